package org.linli.indicators;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A figure of one group, as the API tells it.
 *
 * @param group the code of the group; null where nothing is told apart
 * @param groupName what the group is called; null where nothing is told apart
 * @param numerator how many cases were counted or measured
 * @param denominator null unless it is a rate
 * @param value null where there is nothing to divide by or to measure
 * @param low where the rate of all lies 19 times in 20, from 0; null unless it is that of a sample
 * @param high to there; null likewise
 * @param selfFoundHandled how many of the numerator the grid found on patrol and closed itself
 * @param selfFoundHandledOfBase how many of the denominator; null unless it is a rate
 * @param asOf the moment that the figure shows
 * @param note what must be said beside the figure; null where nothing must
 * @param unit {@code cases}, {@code ratio} (0 to 1) or {@code hours}
 * @param definition how it is reckoned, in words
 * @param cases the link to the list of the cases in the numerator
 * @param denominatorCases the link to those in the denominator; null unless it is a rate
 */
@Classified(FieldClass.C0)
record Figure(
        String name,
        String label,
        @Nullable String group,
        @Nullable String groupName,
        long numerator,
        @Nullable Long denominator,
        @Nullable Number value,
        @Nullable Double low,
        @Nullable Double high,
        long selfFoundHandled,
        @Nullable Long selfFoundHandledOfBase,
        Instant asOf,
        @Nullable String note,
        String unit,
        String definition,
        String cases,
        @Nullable String denominatorCases) {}
