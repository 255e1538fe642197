package org.linli.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.calendar.TimeLimit;

/**
 * A matter as a file holds it, in one row: its three limits stand for three conditions, which
 * otherwise read alike.
 *
 * @param urgent null where there is no such condition
 * @param normal null where there is no such condition
 * @param minor null where there is no such condition
 */
record MatterRow(
        String code,
        MatterSheet sheet,
        @Nullable TimeLimit urgent,
        @Nullable TimeLimit normal,
        @Nullable TimeLimit minor) {

    private static final List<Integer> THREE =
            List.of(Condition.URGENT, Condition.NORMAL, Condition.MINOR);

    /** A matter flattened into a row; conditions beyond the three are left out. */
    static MatterRow of(Matter matter) {
        return new MatterRow(
                matter.code(),
                matter.sheet(),
                limit(matter, Condition.URGENT),
                limit(matter, Condition.NORMAL),
                limit(matter, Condition.MINOR));
    }

    /**
     * Whether the row says nothing new of a matter: it says what the matter is, or what the row
     * said that it was last imported from. Conditions may have been refined since.
     */
    boolean isKnownOf(Matter matter, @Nullable MatterRow imported) {
        return equals(imported) || equals(of(matter));
    }

    /** The first version of a matter that is new. */
    Matter first() {
        var conditions = new ArrayList<Condition>();
        for (int no : THREE) {
            condition(no).ifPresent(conditions::add);
        }
        return new Matter(code, 1, sheet, conditions);
    }

    /**
     * The next version of a matter that the row changes. Conditions are kept where the row says of
     * them what it said before, so that refining them is not undone by changing something else.
     */
    Matter next(Matter current, @Nullable MatterRow imported) {
        var conditions = new ArrayList<Condition>();
        for (int no : THREE) {
            var sameAsBefore = imported != null && imported.condition(no).equals(condition(no));
            (sameAsBefore ? current.condition(no) : condition(no)).ifPresent(conditions::add);
        }
        current.conditions().stream()
                .filter(further -> !THREE.contains(further.no()))
                .forEach(conditions::add);
        return new Matter(code, current.version() + 1, sheet, conditions);
    }

    private Optional<Condition> condition(int no) {
        return switch (no) {
            case Condition.URGENT -> condition(no, urgent, "（紧急）", " (urgent)");
            case Condition.MINOR -> condition(no, minor, "（轻微）", " (minor)");
            default -> condition(no, normal, "", "");
        };
    }

    private Optional<Condition> condition(
            int no, @Nullable TimeLimit limit, String graveZh, String graveEn) {
        return limit == null
                ? Optional.empty()
                : Optional.of(
                        new Condition(
                                no,
                                graver(sheet.filingZh(), sheet.nameZh(), graveZh),
                                graver(sheet.filingEn(), sheet.nameEn(), graveEn),
                                limit,
                                sheet.closingZh(),
                                sheet.closingEn(),
                                null,
                                sheet.selfHandle()));
    }

    private static String graver(String filing, String name, String how) {
        var text = filing.isEmpty() ? name : filing;
        return text.isEmpty() ? "" : text + how;
    }

    private static @Nullable TimeLimit limit(Matter matter, int no) {
        return matter.condition(no).map(Condition::limit).orElse(null);
    }
}
