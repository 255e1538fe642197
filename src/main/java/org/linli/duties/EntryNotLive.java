package org.linli.duties;

import java.util.Map;
import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;

/** What is asked of the grids rests on an entry that is not live: the answer says why. */
public final class EntryNotLive extends Problem {

    private final DutyStatus status;

    EntryNotLive(DutyEntry entry, DutyStatus status) {
        super(
                Kind.CONFLICT,
                "duties/entry-not-live",
                entry.wording().titleZh(),
                why(entry, status));
        this.status = status;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("entryStatus", status.code());
    }

    private static Message why(DutyEntry entry, DutyStatus status) {
        return switch (status) {
            case ASKED -> Message.of("duties/still-asked");
            case REFUSED ->
                    Message.of(
                            "duties/was-refused",
                            entry.verdict() == null ? "" : entry.verdict().reason());
            case EXPIRED, LIVE -> Message.of("duties/has-ended", entry.endsOn().toString());
        };
    }
}
