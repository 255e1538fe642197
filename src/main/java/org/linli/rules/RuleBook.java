package org.linli.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.platform.memory.VersionedCopy;
import org.springframework.stereotype.Component;

/**
 * The front door: which rules a district has, and which it had. It answers from memory, at most a
 * second behind the latest change.
 */
@Component
public class RuleBook {

    private record Content(
            Map<Integer, DistrictRules> versions, Map<String, List<StoredRules>> byDistrict) {}

    private final RuleStore store;
    private final Clock clock;
    private final VersionedCopy<Content> content;

    RuleBook(RuleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.content = new VersionedCopy<>(store::revision, this::read);
    }

    /** The rules of a district in force now. */
    public DistrictRules inForce(String district) {
        return inForce(district, clock.instant());
    }

    /** The rules of a district in force at an instant. */
    public DistrictRules inForce(String district, Instant at) {
        return content.get().byDistrict.getOrDefault(district, List.of()).stream()
                .filter(stored -> !stored.effectiveAt().isAfter(at))
                .reduce((_, later) -> later)
                .map(StoredRules::rules)
                .orElse(DistrictRules.SHIPPED);
    }

    /**
     * The rules with a number, which another node may have put in force just now.
     *
     * @throws IllegalStateException if there never were any
     */
    public DistrictRules version(int version) {
        if (version == DistrictRules.SHIPPED.version()) {
            return DistrictRules.SHIPPED;
        }
        var known = content.get().versions.get(version);
        if (known == null) {
            content.expire();
            known = content.get().versions.get(version);
        }
        if (known == null) {
            throw new IllegalStateException("No rules " + version);
        }
        return known;
    }

    /** All versions of a district, in the order in which they come into force. */
    List<StoredRules> of(String district) {
        return content.get().byDistrict.getOrDefault(district, List.of());
    }

    /** The districts that have decided anything. */
    Set<String> districts() {
        return content.get().byDistrict.keySet();
    }

    /** Reads again at the next asking: a version has just been put in force here. */
    void expire() {
        content.expire();
    }

    private Content read() {
        var all = store.enacted();
        return new Content(
                all.stream()
                        .map(StoredRules::rules)
                        .collect(Collectors.toMap(DistrictRules::version, Function.identity())),
                all.stream().collect(Collectors.groupingBy(StoredRules::district)));
    }
}
