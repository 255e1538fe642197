package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.cases.Source;
import org.linli.platform.problem.InvalidValue;

class SourcesTests {

    @ParameterizedTest
    @CsvSource({
        "GRID_MEMBER, patrol resident",
        "GRID_HEAD, patrol resident",
        "GRID_INFORMANT, patrol resident",
        "GRID_SUPERVISOR, patrol resident",
        "STREET_DISPATCHER, resident hotline_12345 monitoring department superior",
        "DISTRICT_DISPATCHER, resident hotline_12345 monitoring department superior",
        "UNIT_HANDLER, resident department",
        "DISTRICT_LEADER, resident superior",
        "CHECKER, resident",
        "ADMINISTRATOR, resident",
    })
    void aPersonMayGiveTheSourcesOfTheirPost(Role role, String sources) {
        assertThat(given(staff(role))).containsExactlyInAnyOrder(sources.split(" ", -1));
    }

    @Test
    void aResidentReportsAsAResidentOnly() {
        assertThat(given(Actor.ANONYMOUS)).containsExactly("resident");
    }

    @Test
    void anotherSystemMayGiveAnySource() {
        var system = new Actor("token:7", "12345 hotline", staff(Role.VIEWER).posts());

        assertThat(given(system)).hasSize(Source.values().length);
    }

    @Test
    void aSourceThatIsNoneIsNamed() {
        assertThatThrownBy(() -> Sources.given(Actor.ANONYMOUS, "Resident"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("Resident");
    }

    private static List<String> given(Actor actor) {
        return Arrays.stream(Source.values())
                .map(Source::code)
                .filter(code -> mayGive(actor, code))
                .toList();
    }

    private static boolean mayGive(Actor actor, String code) {
        try {
            return Sources.given(actor, code).code().equals(code);
        } catch (SourceNotYours refused) {
            return false;
        }
    }

    private static Actor staff(Role role) {
        var post = new Post(role, "990104001", "/990000/990100/990104/990104001/", null);
        return new Actor("staff:W1", "张三", List.of(post));
    }
}
