package org.linli.access;

/** What can be asked of Linli, as far as anybody's right to it differs. */
public enum Action {
    /** Report a concern. */
    CASE_REPORT,
    /** See a case, find it in a list, count it. */
    CASE_READ,
    CASE_ACCEPT,
    CASE_VERIFY,
    CASE_FILE,
    CASE_REFUSE,
    CASE_SELF_HANDLE,
    CASE_DISPATCH,
    /** Give it once more to a unit with whose work the reporter was not content. */
    CASE_DISPATCH_AGAIN,
    /** Send a case up the ladder. */
    CASE_ESCALATE,
    /** Give a case down the ladder. */
    CASE_ASSIGN,
    CASE_RETURN,
    /** Say bindingly whose case it is. */
    CASE_RULE,
    /** Say that one is on one's way to solve it. */
    CASE_TAKE,
    /** Write down that one spoke to who reported it, or tried to. */
    CASE_CONTACT,
    CASE_HANDLE,
    /** Ask units to help with a case. */
    CASE_CO_HANDLE,
    /** Answer what the own unit was asked for. */
    CASE_CO_ANSWER,
    /** Let a unit that was asked off. */
    CASE_CO_WITHDRAW,
    /** Call units on site. */
    CASE_WHISTLE,
    /** Say that one is where the own unit was called to. */
    CASE_ARRIVE,
    /** Write down what those on site agreed on. */
    CASE_JOINT_ANSWER,
    CASE_CHECK,
    CASE_REWORK,
    CASE_CLOSE,
    /** Set right what was recorded. */
    CASE_CORRECT,
    CASE_RATE,
    CASE_REOPEN,
    CASE_MERGE,
    /** To settle who takes a service on. */
    CASE_MATCH,
    /** To help where no unit is needed. */
    CASE_HELP,
    /** To say that one was helped: nobody's but who asked. */
    CASE_CONFIRM,
    /** To ask whoever asked for help whether they were. */
    CASE_CALL_BACK,
    /** Tell the concerns apart that one report named. */
    CASE_SPLIT,
    /** End a hold before its date. */
    CASE_UNHOLD,
    /** Ask whoever has it to hurry. */
    CASE_URGE,
    CASE_YELLOW_CARD,
    CASE_RED_CARD,
    CASE_ASK_EXTENSION,
    CASE_ASK_HOLD,
    CASE_ASK_FORCED_CLOSE,
    CASE_APPEAL,
    /** Decide what was asked for, whoever is next to. */
    CASE_APPROVE,
    CASE_DECLINE,
    CASE_WITHDRAW,
    /** Decide first, in the street. */
    CASE_REVIEW_FIRST,
    /** Decide last, or alone. */
    CASE_REVIEW_FINAL,
    /** See the samples of a supervisor, and record a visit. */
    SUPERVISE,
    /** Decide what a sign of gaming is worth. */
    SIGN_REVIEW,
    /** See figures over many cases. */
    INDICATOR_READ,
    /** Answer what somebody objects to a figure. */
    FIGURE_ANSWER,
    /** See who holds which post. */
    PEOPLE_READ,
    /** See who is on call, and how to reach them. */
    ROSTER_READ,
    /** Say who is on call when. */
    ROSTER_CHANGE,
    /** See checks of premises. */
    PREMISES_READ,
    /** Have premises checked, or call it off. */
    PREMISES_PLAN,
    /** Go through the list at premises. */
    PREMISES_INSPECT,
    /** See whether what another found wrong has been mended. */
    PREMISES_REVISIT,
    /** To take mediations that wait, and lead those one has taken. */
    MEDIATE,
    /** Load divisions, matters, people or case history. */
    DATA_IMPORT,
    /** Take them out again. */
    DATA_EXPORT,
    /** Say which systems hand concerns over, what their codes mean, and whom results go back to. */
    INTAKE_ADMINISTER,
    /** Say what something is that was handed over and means nothing here. */
    QUARANTINE_SETTLE,
    /** See how to reach who reported a case. */
    REPORTER_UNMASK,
    /** Look somebody up in the register, who is shown masked. */
    REGISTER_READ,
    /** Open the record of somebody in the register, and see a field of it in clear. */
    REGISTER_OPEN,
    /** Enter households, persons, notices, consents and needs. */
    REGISTER_WRITE,
    /** Judge the reasons that others gave for looking somebody up. */
    LOOK_UP_REVIEW,
    /** Give a resident at a counter the code to the page of who looked at their data. */
    RESIDENT_CODE_ISSUE,
    /** See alerts about look-ups and answer residents' complaints. */
    PRIVACY_OVERSEE,
    /** See what departments want of the grids. */
    DUTY_READ,
    /** Apply, for a department, for an entry of the duty list. */
    DUTY_APPLY,
    /** Let such an application in, or refuse it. */
    DUTY_DECIDE,
    /** Give the grids a task by an entry of the duty list. */
    DUTY_TASK_GIVE,
    DUTY_TASK_READ,
    DUTY_TASK_ANSWER,
    /** Renew the keys that values are sealed under. */
    KEY_ADMINISTER,
    /** Make accounts, give posts, issue and revoke tokens and sign-in links. */
    ACCOUNT_ADMINISTER,
    /** See, draft, try and put in force the rules of a district. */
    RULES_MAKE,
    /** Look into the audit trail, and have it checked. */
    AUDIT_READ,
    /** See and change how one signs in oneself. */
    OWN_SIGN_IN,
    /** Read what one was told, and choose how to be. */
    OWN_NOTICES,
    /** Give phones to those who work in the area, and stop phones that are lost. */
    DEVICE_ADMINISTER
}
