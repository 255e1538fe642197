package org.linli.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final VersionedCopy<Content> content;

    RuleBook(RuleStore store) {
        this.store = store;
        this.content = new VersionedCopy<>(store::revision, this::read);
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
