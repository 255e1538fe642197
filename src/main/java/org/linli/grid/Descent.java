package org.linli.grid;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Message;

/** The tree that divisions make, some of them perhaps wrongly. */
final class Descent {

    private final Map<String, StoredDivision> divisions;
    private final Map<String, Division> master;
    private final boolean isMaster;

    /**
     * @param master divisions that may lie above those of an overlay
     */
    Descent(Map<String, StoredDivision> divisions, Map<String, Division> master, boolean isMaster) {
        this.divisions = divisions;
        this.master = master;
        this.isMaster = isMaster;
    }

    /**
     * What is wrong with a division's place in the tree, or empty.
     *
     * @param divided codes of divisions with others in them
     */
    Optional<Message> fault(StoredDivision division, Set<String> divided, Instant now) {
        var code = division.code();
        if (division.isOver(now)) {
            return divided.contains(code)
                    ? Optional.of(Message.of("grid/still-divided", code))
                    : Optional.empty();
        }
        var parentCode = division.division().parentCode();
        var level = division.division().level();
        if (parentCode == null) {
            return isMaster && Level.DISTRICT.isAbove(level)
                    ? Optional.of(Message.of("grid/parent-missing", code))
                    : Optional.empty();
        }
        var parent = find(parentCode);
        if (parent == null) {
            return Optional.of(Message.of("grid/no-parent", code, parentCode));
        }
        return parent.level().isAbove(level) || (!isMaster && master.containsKey(parentCode))
                ? Optional.empty()
                : Optional.of(
                        Message.of(
                                "grid/parent-not-above",
                                code,
                                level.code(),
                                parentCode,
                                parent.level().code()));
    }

    /** The nearest division at or above a code, in this scheme, whose border is known. */
    @Nullable String shapedAbove(@Nullable String code) {
        var at = code == null ? null : divisions.get(code);
        while (at != null) {
            if (at.shape() != null) {
                return at.code();
            }
            var parent = at.division().parentCode();
            at = parent == null ? null : divisions.get(parent);
        }
        return null;
    }

    /** The codes from the top down to a division, each between slashes. */
    String path(StoredDivision division) {
        var parentCode = division.division().parentCode();
        var own = parentCode == null ? null : divisions.get(parentCode);
        if (own != null) {
            return path(own) + division.code() + "/";
        }
        var above = parentCode == null ? null : master.get(parentCode);
        return (above == null ? "/" : above.path()) + division.code() + "/";
    }

    private @Nullable Division find(String code) {
        var own = divisions.get(code);
        return own == null ? master.get(code) : own.division();
    }
}
