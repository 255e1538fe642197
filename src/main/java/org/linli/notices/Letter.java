package org.linli.notices;

import org.jspecify.annotations.Nullable;

/**
 * A notice on its way. Its words are of an allow-list; whom it goes to is known only while it does.
 *
 * @param id the same whenever it is sent again
 * @param to a mail address, a telephone number or an account, as the channel needs it
 * @param subject what happened
 * @param text what it is about, and where to look
 * @param stop a link by which its reader gets no more; null for people of staff
 */
record Letter(
        String id,
        String to,
        Topic topic,
        boolean urgent,
        @Nullable String caseNo,
        String subject,
        String text,
        @Nullable String stop) {

    /** Without whom it goes to. */
    @Override
    public String toString() {
        return "%s %s".formatted(id, topic.code());
    }
}
