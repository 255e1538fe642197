package org.linli.checks.signs;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;
import org.linli.platform.geo.Position;

/**
 * What signs know of a case beside its history: a few facts, forgotten after {@link Signs#MEMORY}.
 * Places and times are those of cases, never of people.
 *
 * @param cell the cell it lies in; empty where it lies in none
 * @param spot where it is; null where nobody said
 * @param reporter the actor who reported it
 * @param handler the actor who handled it last
 * @param unit the unit they did it for; null for the grid itself
 * @param handledAt when that was, as they say
 * @param own whether the grid found it and solved it, in one hand
 * @param words the bigrams of what the report says
 * @param photos the perceptual hashes of its photos
 * @param checker the actor who checked it last; null while nobody has
 * @param checkedAt null likewise
 */
public record Work(
        CaseKey key,
        @Nullable String matter,
        String cell,
        @Nullable Position spot,
        String reporter,
        String handler,
        @Nullable String unit,
        Instant reportedAt,
        Instant handledAt,
        boolean own,
        Set<String> words,
        List<Long> photos,
        @Nullable String checker,
        @Nullable Instant checkedAt) {

    public Work {
        words = Set.copyOf(words);
        photos = List.copyOf(photos);
    }

    /** The same after somebody checked it. */
    public Work checkedBy(String actor, Instant at) {
        return new Work(
                key,
                matter,
                cell,
                spot,
                reporter,
                handler,
                unit,
                reportedAt,
                handledAt,
                own,
                words,
                photos,
                actor,
                at);
    }

    /** How far it is to another, in metres; 0 where either's place is not known. */
    double metresTo(Work other) {
        return spot == null || other.spot == null ? 0 : Metres.between(spot, other.spot);
    }
}
