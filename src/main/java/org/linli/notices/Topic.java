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
    /** The unit need not help any more. */
    CO_WITHDRAWN,
    /** A unit that was asked to help has answered. */
    CO_ANSWERED,
    /** A street has called the unit to the spot (吹哨). */
    WHISTLE,
    /** Those who were called have agreed on what is to be done. */
    JOINT_ANSWER,
    /** A check found the work wanting. */
    REWORK,
    /** It was said bindingly that the case is the unit's. */
    RULED,
    /** It was said bindingly that the time lost is the unit's. */
    CHARGED,
    YELLOW_CARD,
    RED_CARD,
    /** Somebody above asks to hurry. */
    URGED,
    /** A unit sent a case back. */
    RETURNED,
    /** An office was sent a case from below. */
    ESCALATED,
    /** An office was given a case from above. */
    ASSIGNED,
    /** Somebody on the spot has to see whether it is as it was reported. */
    VERIFY,
    /** What the case is filed as, or where it is, was set right. */
    CORRECTED,
    /** The case was merged into another, and is no work of its own any more. */
    MERGED,
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
    /** A case shows a sign of gaming: whoever had a hand in it may say something to it. */
    SIGN_RAISED,
    /** It was decided what there is to the sign. */
    SIGN_DECIDED,
    /** Somebody asks for a mediation that waits for a mediator. */
    MEDIATION_ASKED,
    /** Both want the mediation. */
    MEDIATION_AGREED,
    /** The other party does not want it. */
    MEDIATION_DECLINED,
    /** One of the parties has something to say. */
    MEDIATION_TOLD,
    /** Both parties have signed. */
    MEDIATION_SIGNED,
    /** One of the parties has left. */
    MEDIATION_LEFT,
    /** To who asked for a mediation: both want it, and it was taken in. */
    PARTY_GOES_ON,
    /** To who asked for a mediation: there is a text to read and sign. */
    PARTY_TO_SIGN,
    /** To who asked for a mediation: it has come to its end. */
    PARTY_OVER,
    /** Three quarters of the time are over. */
    DUE_SOON,
    DUE,
    OVERDUE,
    /** A case has waited for the office for longer than the rules give it. */
    OFFICE_LATE,
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
    /** To who reported it: somebody had reported the same before, and it is solved with that. */
    REPORT_MERGED,
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

    /** Whether it is about a mediation, which has no number and a page of its own. */
    boolean isOfMediation() {
        return switch (this) {
            case MEDIATION_ASKED,
                    MEDIATION_AGREED,
                    MEDIATION_DECLINED,
                    MEDIATION_TOLD,
                    MEDIATION_SIGNED,
                    MEDIATION_LEFT ->
                    true;
            default -> false;
        };
    }

    /** Of the sentence that says it. */
    String words() {
        return "notices/" + code();
    }
}
