package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;
import org.linli.catalogue.Flow;

/**
 * Which cases a list shows, in which order, from where on. What is null does not narrow it.
 *
 * @param scope what the caller may see; always narrows it
 * @param areaPath the path of an area
 * @param states codes of states; where there is none, no case is shown
 * @param flow which way they go; null for either
 * @param carded whether those dispatched were shown a card, where their stages tell them apart
 * @param awaiting for what they wait beside the usual course, such as {@code ruling}
 * @param level of the office that has them, where it is not the street's
 * @param reporter the id of the actor who reported them
 * @param from reported at or after
 * @param to reported at or before
 * @param limit 1 to 200
 * @param cursor where the page before ended
 */
public record CaseFilter(
        Scope scope,
        @Nullable String areaPath,
        @Nullable List<String> states,
        @Nullable Flow flow,
        @Nullable Boolean carded,
        @Nullable String matter,
        @Nullable String unit,
        @Nullable Source source,
        boolean overdue,
        @Nullable String awaiting,
        @Nullable String level,
        @Nullable String text,
        @Nullable Box box,
        @Nullable String reporter,
        @Nullable Instant from,
        @Nullable Instant to,
        Sort sort,
        int limit,
        @Nullable Cursor cursor) {

    public CaseFilter {
        states = states == null ? null : List.copyOf(states);
    }

    /** The order of a list. */
    public enum Sort {
        NEWEST,
        OLDEST,
        DUE
    }

    /** A part of the map, in degrees, WGS 84. */
    public record Box(double west, double south, double east, double north) {}

    /** The last case of a page: its place in the order, and its id to tell equals apart. */
    public record Cursor(Instant at, long id) {}
}
