package org.linli.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The same content has the same hash, in whatever release of Linli and run of the JVM it is sent.
 */
@LinliTest
class OperationHashTests {

    record Lamp(String place, @Nullable String note) {}

    record LaterLamp(
            @Nullable String added,
            List<UUID> photos,
            String place,
            @Nullable LaterLamp next,
            @Nullable String note,
            Map<String, String> more) {}

    @Autowired private Operations operations;

    @Test
    void aFieldAddedLaterLeavesTheHashOfWhatWasSentWithoutItAsItWas() {
        var before = new Lamp("门口", null);
        var after = new LaterLamp(null, List.of(), "门口", null, null, Map.of());

        assertThat(hash(after)).isEqualTo(hash(before));
        assertThat(hash(Map.of("step", after))).isEqualTo(hash(Map.of("step", before)));
        assertThat(hash(List.of("step", after))).isEqualTo(hash(List.of("step", before)));
    }

    @Test
    void whateverIsSaidOtherwiseIsAnotherContent() {
        assertThat(
                        List.of(
                                hash(new Lamp("门口", null)),
                                hash(new Lamp("门口", "高")),
                                hash(new Lamp("屋后", null)),
                                hash(List.of(new Lamp("门口", null))),
                                hash(List.of())))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOrderInWhichAMapIsKeptIsNotPartOfTheContent() {
        var one = new LinkedHashMap<String, Object>();
        one.put("caseNo", "990104-1");
        one.put("step", new Lamp("门口", null));
        var other = new LinkedHashMap<String, Object>();
        other.put("step", new Lamp("门口", null));
        other.put("caseNo", "990104-1");

        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @Test
    void aStoredHashIsFoundAgainByLaterReleases() {
        assertThat(hash(Map.of("caseNo", "990104-1", "step", new Lamp("门口", null))))
                .isEqualTo("577b4b06749c34dcf35589a4bfa7ba0022e035376011776c753debe924b61100");
    }

    private String hash(Object content) {
        return operations.of("test", new UUID(0, 1), content).hashInHex();
    }
}
