package org.linli.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.access.Account;
import org.linli.access.Post;
import org.linli.access.Role;

class RotationTests {

    private static final String COMMUNITY = "/990000/990104/990104001/990104001001/";
    private static final String DISTRICT = "/990000/990104/";
    private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T01:00:00Z");

    private static final Account ANNA = checker("staff:anna", null);
    private static final Account BO = checker("staff:bo", null);

    @Test
    void whoeverHasNotMetTheHandlerForLongestIsNext() {
        assertThat(next(Map.of("staff:anna", FRIDAY, "staff:bo", MONDAY), Map.of()))
                .isEqualTo("staff:bo");
        assertThat(next(Map.of("staff:bo", MONDAY), Map.of("staff:anna", FRIDAY)))
                .isEqualTo("staff:anna");
    }

    @Test
    void amongThoseWhoMetAlikeWhoeverHasHadNothingForLongest() {
        assertThat(next(Map.of(), Map.of("staff:anna", FRIDAY, "staff:bo", MONDAY)))
                .isEqualTo("staff:bo");
    }

    @Test
    void whoReportedOrHandledItIsNeverNext() {
        assertThat(next(List.of(ANNA, BO), Set.of("staff:anna"))).isEqualTo("staff:bo");
        assertThat(next(List.of(ANNA), Set.of("staff:anna"))).isNull();
    }

    @Test
    void nobodyOfTheHandlersUnitIsNext() {
        var ofTheUnit = checker("staff:anna", "LD");

        assertThat(next(List.of(ofTheUnit, BO), Set.of())).isEqualTo("staff:bo");
    }

    @Test
    void whoWorksInTheGridsOfTheCommunityIsNotNextThere() {
        var cell = new Post(Role.GRID_MEMBER, "c", COMMUNITY + "G01/", null);
        var neighbour = new Account("staff:anna", "", true, List.of(cell));

        assertThat(next(List.of(neighbour, BO), Set.of())).isEqualTo("staff:bo");
    }

    private static @Nullable String next(Map<String, Instant> met, Map<String, Instant> had) {
        return Rotation.next(List.of(ANNA, BO), handlers(), COMMUNITY, Set.of(), met, had)
                .orElse(null);
    }

    private static @Nullable String next(List<Account> checkers, Set<String> barred) {
        return Rotation.next(checkers, handlers(), COMMUNITY, barred, Map.of(), Map.of())
                .orElse(null);
    }

    private static List<Post> handlers() {
        return List.of(new Post(Role.UNIT_HANDLER, "d", DISTRICT, "LD"));
    }

    private static Account checker(String id, @Nullable String unit) {
        return new Account(id, "", true, List.of(new Post(Role.CHECKER, "d", DISTRICT, unit)));
    }
}
