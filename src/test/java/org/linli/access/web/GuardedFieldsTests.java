package org.linli.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.platform.fields.FieldClass.C1;
import static org.linli.platform.fields.FieldClass.C2;
import static org.linli.platform.fields.FieldClass.C3;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Circumstances;
import org.linli.access.Clearance;
import org.linli.access.Policy;
import org.linli.access.Post;
import org.linli.access.Purpose;
import org.linli.access.Resource;
import org.linli.access.Role;
import org.linli.access.Told;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.Masked;
import org.linli.platform.fields.Masks;
import tools.jackson.databind.json.JsonMapper;

/** What goes out of an answer that holds too much. */
class GuardedFieldsTests {

    private static final String THERE = "/1/2/";

    private final JsonMapper json = JsonMapper.builder().addModule(new GuardedFields()).build();

    @Classified(C1)
    record Somebody(
            String work,
            @Classified(C2) String address,
            @Classified(C2) @Nullable Integer age,
            @Classified(C3) String phone,
            @Classified(C3) Masked name) {}

    @Classified(C1)
    record Both(Told<Somebody> told, Somebody untold) {}

    @Test
    void whatNobodyWasClearedForIsMasked() {
        assertThat(json.writeValueAsString(somebody()))
                .isEqualTo(
                        """
                        {"work":"w","address":"*","age":null,"phone":"*","name":"张*"}\
                        """);
    }

    @Test
    void whoIsClearedForAPersonIsNotToldWhatIsSensitive() {
        assertThat(json.writeValueAsString(cleared(Role.GRID_MEMBER, false).tell(somebody())))
                .isEqualTo(
                        """
                        {"work":"w","address":"a","age":70,"phone":"*","name":"张*"}\
                        """);
    }

    @Test
    void whoHasJustProvenWhoTheyAreIsToldWhatIsSensitive() {
        assertThat(json.writeValueAsString(cleared(Role.GRID_MEMBER, true).tell(somebody())))
                .contains("\"phone\":\"p\"");
    }

    @Test
    void whoStandsInForAColleagueIsToldOfNobody() {
        assertThat(json.writeValueAsString(cleared(Role.GRID_ASSISTANT, true).tell(somebody())))
                .isEqualTo(json.writeValueAsString(somebody()));
    }

    @Test
    void aClearanceEndsWithTheAnswerItWasGivenFor() {
        var both = new Both(cleared(Role.GRID_MEMBER, true).tell(somebody()), somebody());
        var list = List.of(cleared(Role.GRID_MEMBER, true).tell(somebody()), somebody());

        assertThat(json.writeValueAsString(both))
                .endsWith("\"untold\":" + json.writeValueAsString(somebody()) + "}");
        assertThat(json.writeValueAsString(list))
                .endsWith(json.writeValueAsString(somebody()) + "]");
    }

    private static Somebody somebody() {
        return new Somebody("w", "a", 70, "p", Masks.name("张三丰"));
    }

    private static Clearance cleared(Role role, boolean justProven) {
        return Policy.clearance(
                new Actor("staff:me", "", List.of(new Post(role, "2", THERE, null))),
                Action.REGISTER_OPEN,
                Resource.at(THERE).with(C3),
                Purpose.STATED_REASON,
                new Circumstances(justProven));
    }
}
