package org.linli.mediation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said in a mediation, and by whom: one sealed document, so that it is read
 * whole or not at all, and goes whole.
 *
 * @param about what the quarrel is, in the words of who asked
 * @param agreement the text to be signed; null until there is one
 * @param road where they were shown to; null unless they were
 */
record Papers(
        String about,
        Party applicant,
        Party other,
        List<Entry> entries,
        @Nullable String agreement,
        @Nullable String road) {

    Papers {
        entries = List.copyOf(entries);
    }

    /**
     * @param contact how to reach them, for the mediator alone
     */
    record Party(String name, String contact) {}

    /**
     * What was said or done, never changed.
     *
     * @param by {@code applicant}, {@code other} or {@code mediator}
     */
    record Entry(Instant at, String by, String step, String said) {}

    static Papers of(String about, Party applicant, Party other, Entry first) {
        return new Papers(about, applicant, other, List.of(first), null, null);
    }

    Papers with(Entry entry) {
        var more = Stream.concat(entries.stream(), Stream.of(entry)).toList();
        return new Papers(about, applicant, other, more, agreement, road);
    }

    Papers offering(String text) {
        return new Papers(about, applicant, other, entries, text, road);
    }

    Papers guidedTo(String where) {
        return new Papers(about, applicant, other, entries, agreement, where);
    }

    Party of(Side side) {
        return side == Side.APPLICANT ? applicant : other;
    }
}
