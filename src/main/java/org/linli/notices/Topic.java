package org.linli.notices;

import java.util.Arrays;
import java.util.Locale;

/**
 * What somebody can be told of. Each has its sentence in both languages; there is no other text in
 * a notice.
 */
public enum Topic {
    /** A unit has been given a case. */
    DISPATCHED,
    /** A unit has agreed to take a service on. */
    MATCHED,
    /** Who asked for help says that they were not helped. */
    NOT_DONE,
    /** A unit is to help with a case of another's. */
    CO_HANDLE,
    /** A street has called the unit to the spot (吹哨). */
    WHISTLE,
    /** A check found the work wanting. */
    REWORK,
    /** It was said bindingly that the case is the unit's. */
    RULED,
    YELLOW_CARD,
    RED_CARD,
    /** Somebody above asks to hurry. */
    URGED,
    /** A unit sent a case back. */
    RETURNED,
    /** Something was asked for that waits to be decided. */
    ASKED,
    /** What was asked for was granted. */
    GRANTED,
    /** What was asked for was declined. */
    DECLINED,
    /** A case on hold goes on. */
    HOLD_ENDED,
    /** Units quarrel over a case, which waits for a ruling. */
    CONTESTED,
    /** Who reported a case says that it is not solved. */
    REOPENED,
    /** A check is somebody's to make. */
    CHECK_ASSIGNED,
    /** Three quarters of the time are over. */
    DUE_SOON,
    DUE,
    OVERDUE,
    /** Whoever is on call is called to what cannot wait. */
    CALLED,
    /** Nobody who is on call has answered. */
    UNANSWERED,
    /** To who reported it: it has been filed. */
    FILED,
    /** To who reported it: it was not taken up, and the page says why. */
    REFUSED,
    /** To who asked for help: it is done, and the page asks whether it is. */
    CONFIRM,
    /** To who reported it: it is closed, and the page asks how it went. */
    CLOSED;

    /** As the database and the API spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Topic of(String code) {
        return Arrays.stream(values())
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No topic " + code));
    }

    /** Of the sentence that says it. */
    String words() {
        return "notices/" + code();
    }
}
