package org.linli.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Filing;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Flow;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.rules.DistrictRules;

/** Adds up, case by case, what other rules would have made of them. */
final class RuleTrial {

    /** How many cases stand behind a difference in an answer; all of them are counted. */
    private static final int LISTED = 100;

    /** What may differ for a case. */
    enum Kind {
        DUE_EARLIER,
        DUE_LATER,
        NO_LONGER_IN_TIME,
        NOW_IN_TIME,
        SENT_TO_RULING,
        NOT_SENT_TO_RULING,
        EXTENSION_REFUSED,
        HOLD_TOO_LONG,
        SAMPLED_MORE,
        SAMPLED_LESS;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A case or a service of the past.
     *
     * @param filing as it was filed, or taken on
     */
    record Past(
            String caseNo,
            String path,
            Filing filing,
            Flow flow,
            boolean selfHandled,
            List<PastWalk.Told> history) {}

    /**
     * @param sampled how many closings by the grid were to be expected to be drawn
     */
    @Classified(FieldClass.C0)
    record Sums(int inTime, int late, int rulings, double sampled) {

        Sums with(PastWalk walk, Instant now, double rate) {
            return new Sums(
                    inTime + (walk.inTime() ? 1 : 0),
                    late + (walk.late(now) ? 1 : 0),
                    rulings + walk.rulings(),
                    sampled + rate);
        }
    }

    /** A case that something would have been different for, with what that is then and now. */
    @Classified(FieldClass.C1)
    record Behind(
            String caseNo,
            @Nullable String matterNameZh,
            @Nullable String matterNameEn,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter) {}

    /**
     * @param what {@code due-earlier}, {@code no-longer-in-time} …
     * @param count of all cases
     * @param cases the newest hundred
     */
    @Classified(FieldClass.C1)
    record Difference(String what, int count, List<Behind> cases) {}

    private static final class Group {

        private int count;
        private final List<Behind> cases = new ArrayList<>();

        void add(Behind behind) {
            count++;
            if (cases.size() < LISTED) {
                cases.add(behind);
            }
        }
    }

    private final DistrictRules draft;
    private final Filings filings;
    private final Catalogue catalogue;
    private final CaseFlow.DueTime due;
    private final Instant now;
    private final Map<Kind, Group> groups = new EnumMap<>(Kind.class);
    private int assumed;
    private Sums before = new Sums(0, 0, 0, 0);
    private Sums after = new Sums(0, 0, 0, 0);

    RuleTrial(
            DistrictRules draft,
            Filings filings,
            Catalogue catalogue,
            CaseFlow.DueTime due,
            Instant now) {
        this.draft = draft;
        this.filings = filings;
        this.catalogue = catalogue;
        this.due = due;
        this.now = now;
    }

    /** How many came without a condition, and were replayed under the usual one of their matter. */
    int assumed() {
        return assumed;
    }

    Sums before() {
        return before;
    }

    Sums after() {
        return after;
    }

    List<Difference> differences() {
        return groups.entrySet().stream()
                .map(entry ->
                        new Difference(
                                entry.getKey().code(),
                                entry.getValue().count,
                                List.copyOf(entry.getValue().cases)))
                .toList();
    }

    void add(Past past) {
        var filing = filings.completed(past.path(), past.filing());
        var other = filings.refiled(past.path(), filing, draft);
        var was = PastWalk.of(filing, past.flow(), past.history(), due);
        var is = PastWalk.of(other, past.flow(), past.history(), due);
        var rateBefore = past.selfHandled() ? Sampling.rate(filing) : 0;
        assumed += filing.equals(past.filing()) ? 0 : 1;
        var rateAfter = past.selfHandled() ? Sampling.rate(other) : 0;
        before = before.with(was, now, rateBefore);
        after = after.with(is, now, rateAfter);
        var behind = behind(past, was, is);
        due(was.dueAt(), is.dueAt(), behind);
        found(Kind.NO_LONGER_IN_TIME, is.late(now) && !was.late(now), behind);
        found(Kind.NOW_IN_TIME, was.late(now) && !is.late(now), behind);
        found(Kind.SENT_TO_RULING, is.rulings() > was.rulings(), behind);
        found(Kind.NOT_SENT_TO_RULING, is.rulings() < was.rulings(), behind);
        found(Kind.EXTENSION_REFUSED, is.refusedExtensions() > was.refusedExtensions(), behind);
        found(Kind.HOLD_TOO_LONG, is.overlongHolds() > was.overlongHolds(), behind);
        found(Kind.SAMPLED_MORE, rateAfter > rateBefore, behind);
        found(Kind.SAMPLED_LESS, rateAfter < rateBefore, behind);
    }

    private void due(@Nullable Instant was, @Nullable Instant is, Behind behind) {
        if (was != null && is != null) {
            found(Kind.DUE_EARLIER, is.isBefore(was), behind);
            found(Kind.DUE_LATER, is.isAfter(was), behind);
        }
    }

    private void found(Kind kind, boolean differs, Behind behind) {
        if (differs) {
            groups.computeIfAbsent(kind, _ -> new Group()).add(behind);
        }
    }

    private Behind behind(Past past, PastWalk was, PastWalk is) {
        var code = past.filing().matterCode();
        var matter = code == null ? null : catalogue.matter(code).orElse(null);
        return new Behind(
                past.caseNo(),
                matter == null ? null : matter.nameZh(),
                matter == null ? null : matter.nameEn(),
                was.dueAt(),
                is.dueAt());
    }
}
