package org.linli.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done that leaves a trace: an allow-list, so that no trace says more than this. */
public enum Act {
    CASE_REPORT,
    CASE_ACCEPT,
    CASE_VERIFY,
    CASE_FILE,
    CASE_REFUSE,
    CASE_SELF_HANDLE,
    CASE_DISPATCH,
    /** It was given once more to a unit with whose work the reporter was not content. */
    CASE_DISPATCH_AGAIN,
    /** It was sent up the ladder. */
    CASE_ESCALATE,
    /** It was given down the ladder. */
    CASE_ASSIGN,
    CASE_RETURN,
    /** The shift leader said bindingly whose case it is. */
    CASE_RULE,
    CASE_HANDLE,
    /** Units were asked to help with it. */
    CASE_CO_HANDLE,
    /** A unit answered what it was asked for. */
    CASE_CO_ANSWER,
    /** A unit that was asked was let off. */
    CASE_CO_WITHDRAW,
    /** Units were called to it on site. */
    CASE_WHISTLE,
    /** Somebody of a unit that was called is there. */
    CASE_ARRIVE,
    /** Those on site agreed on an answer. */
    CASE_JOINT_ANSWER,
    CASE_CHECK,
    CASE_REWORK,
    CASE_CLOSE,
    /** What was recorded was set right, and stays readable as it was. */
    CASE_CORRECT,
    CASE_RATE,
    CASE_REOPEN,
    CASE_MERGE,
    /** Somebody agreed to take a service on. */
    CASE_MATCH,
    /** The grid helped itself. */
    CASE_HELP,
    /** Who asked for help said whether they were helped. */
    CASE_CONFIRM,
    /** The office asked them. */
    CASE_CALL_BACK,
    CASE_SPLIT,
    /** It was told apart from what one report named. */
    CASE_SPLIT_OFF,
    /** A hold ended, at its date or before. */
    CASE_UNHOLD,
    CASE_TAKE,
    /** Whoever reported it was spoken to, or was tried. */
    CASE_CONTACT,
    CASE_URGE,
    CASE_YELLOW_CARD,
    CASE_RED_CARD,
    CASE_ASK_EXTENSION,
    CASE_ASK_HOLD,
    CASE_ASK_FORCED_CLOSE,
    CASE_APPEAL,
    CASE_APPROVE,
    CASE_DECLINE,
    CASE_WITHDRAW,
    /** Its due time is another since the calendar changed. */
    CASE_RECOMPUTE,
    PREMISES_PLAN,
    PREMISES_INSPECT,
    PREMISES_REVISIT,
    PREMISES_CANCEL,
    /** Somebody asked for a mediation, or had it written down. */
    MEDIATION_APPLY,
    /** A mediator took it. */
    MEDIATION_TAKE,
    MEDIATION_READ,
    /** The mediator took a step. */
    MEDIATION_LEAD,
    /** One of the parties took a step. */
    MEDIATION_ANSWER,
    /** An invitation was given out, or turned into a code of one's own. */
    MEDIATION_CODE,
    /** Its papers were erased in time. */
    MEDIATION_ERASE,
    /** A supervisor wrote down what they saw. */
    VISIT_RECORD,
    /** Whoever was concerned answered a sign of gaming. */
    SIGN_ANSWER,
    /** Somebody decided what a sign of gaming was worth. */
    SIGN_DECIDE,
    PHOTO_ADD,
    PHOTO_READ,
    /** The first administrator was made. */
    SETUP,
    ACCOUNT_CREATE,
    ACCOUNT_CHANGE,
    ACCOUNT_CLOSE,
    /** An account's posts are others now. */
    POSTS_CHANGE,
    /** Posts and tokens went along with an area that was put elsewhere. */
    POSTS_MOVE,
    /** Rights that were found changed past Linli, and gave none. */
    RIGHTS_BROKEN,
    /** Rights from before there were seals were sealed as they stood. */
    RIGHTS_SEAL,
    CODE_ISSUE,
    SIGN_IN,
    SIGN_OUT,
    /** Sessions were ended from elsewhere. */
    SESSION_END,
    /** A person showed once more that it is they. */
    FACTOR_SHOW,
    /** A password, an app or recovery codes were set up or made anew. */
    FACTOR_SET,
    /** What an account signs in with was taken away. */
    FACTOR_FORGET,
    DEVICE_INVITE,
    DEVICE_ENROL,
    /** A phone was suspended, lost, revoked or given back: the purpose says which. */
    DEVICE_CHANGE,
    TOKEN_ISSUE,
    TOKEN_REVOKE,
    /** Who is on call when is another now. */
    ROSTER_CHANGE,
    /** A note was left for whoever takes over. */
    HAND_OVER,
    /** Somebody took over, and signed what was left to be read. */
    TAKE_OVER,
    /** Records of a kind were stored: a batch of a file, or all of it. */
    DATA_STORE,
    /** A file was handed in, to be stored as far as it is sound. */
    DATA_IMPORT,
    DATA_EXPORT,
    /** A system that hands over was registered, or what its codes mean was said anew. */
    SYSTEM_CHANGE,
    /** Something handed over waits for somebody to say what it is. */
    QUARANTINE_ADD,
    /** Somebody looked at what waits there. */
    QUARANTINE_READ,
    /** Somebody said what it is, or took it out. */
    QUARANTINE_SETTLE,
    /** To which address results go back was said anew. */
    HAND_BACK_CHANGE,
    /** What could not be handed back is tried again. */
    HAND_BACK_RETRY,
    /** Somebody was looked up and shown masked. */
    PERSON_LOOK_UP,
    /** Somebody's record was opened for a purpose. */
    PERSON_OPEN,
    /** One field of one record was shown unmasked. */
    FIELD_UNMASK,
    /** Somebody, or something about them, was entered in the register. */
    REGISTER_WRITE,
    /** A look-up was refused, because its asker had looked at enough for a day. */
    LOOK_UP_STOP,
    /** Somebody judged the reason of another's look-up. */
    LOOK_UP_REVIEW,
    /** A resident got a code that opens the page of who looked at their data. */
    RESIDENT_CODE_ISSUE,
    /** A resident looked who had looked at their data. */
    RESIDENT_READ,
    /** A resident asked why somebody had. */
    COMPLAINT_FILE,
    COMPLAINT_ANSWER,
    /** A department applied for an entry of the duty list. */
    DUTY_APPLY,
    /** The district let it in or refused it: the purpose says which. */
    DUTY_DECIDE,
    DUTY_TASK_GIVE,
    DUTY_TASK_ANSWER,
    /** Somebody chose how they are told of things. */
    NOTICE_SET,
    /** What could not be delivered is tried again. */
    NOTICE_RETRY,
    /** Somebody wants to be told no more of what they reported. */
    NOTICE_STOP,
    KEY_RENEW,
    /** Rules of a district were written down, to be thought about. */
    RULES_DRAFT,
    RULES_DISCARD,
    /** Rules of a district were put in force. */
    RULES_ENACT,
    /** Other figures stand on a role's board. */
    BOARD_CHANGE,
    /** Somebody contested a figure. */
    FIGURE_CONTEST,
    FIGURE_ANSWER,
    /** Somebody looked at this trail. */
    AUDIT_READ;

    /** As the trail and the API spell it: {@code case-self-handle}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The act so spelt, or empty if there is none. */
    public static Optional<Act> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }
}
