package org.linli.indicators;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.cases.CaseItem;
import org.linli.cases.CaseKey;
import org.linli.cases.ChosenCases;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.time.StorableTime;
import org.springframework.stereotype.Component;

/** The list behind a figure, page by page, of the same form as every list of cases. */
@Component
class CasesBehind {

    /** A total is told up to here, as in every list of cases. */
    private static final long COUNTED = 10_000;

    private static final int LONGEST = 200;

    private final Indicators indicators;
    private final ChosenCases cases;

    CasesBehind(Indicators indicators, ChosenCases cases) {
        this.indicators = indicators;
        this.cases = cases;
    }

    /**
     * @param total exact up to ten thousand
     * @param more whether there are more than the total says
     * @param next the cursor of the next page; null on the last
     */
    @Classified(FieldClass.C1)
    record Page(List<CaseItem> items, long total, boolean more, @Nullable String next) {}

    /**
     * @throws InvalidValue if the limit is out of range or the cursor is not one of this list
     */
    Page page(
            Actor actor,
            Question question,
            CaseSet set,
            @Nullable String group,
            int limit,
            @Nullable String cursor) {
        return page(
                limit,
                cursor,
                after -> indicators.cases(actor, question, set, group, after, limit),
                () -> indicators.countCases(actor, question, set, group, COUNTED + 1));
    }

    /**
     * @param found the cases after one, or the first
     * @param counted how many there are in all
     * @throws InvalidValue if the limit is out of range or the cursor is not one of this list
     */
    Page page(
            int limit,
            @Nullable String cursor,
            Function<@Nullable Found, List<Found>> found,
            LongSupplier counted) {
        if (limit < 1 || limit > LONGEST) {
            throw new InvalidValue("request/out-of-range", "limit", 1, LONGEST);
        }
        var page = found.apply(cursor == null ? null : read(cursor));
        var total = counted.getAsLong();
        return new Page(
                cases.items(page.stream().map(Found::key).toList()),
                Math.min(total, COUNTED),
                total > COUNTED,
                page.size() == limit ? write(page.getLast()) : null);
    }

    private static String write(Found last) {
        var plain = last.reportedAt() + "," + last.key().countyCode() + "," + last.key().id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Found read(String cursor) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var first = plain.indexOf(',');
            var last = plain.lastIndexOf(',');
            return new Found(
                    new CaseKey(
                            plain.substring(first + 1, last),
                            Long.parseLong(plain.substring(last + 1))),
                    StorableTime.checked(Instant.parse(plain.substring(0, first))));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException wrong) {
            throw new InvalidValue("indicator/cursor", "cursor");
        }
    }
}
