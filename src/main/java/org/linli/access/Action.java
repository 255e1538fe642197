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
    CASE_RETURN,
    CASE_HANDLE,
    CASE_CHECK,
    CASE_REWORK,
    CASE_CLOSE,
    CASE_RATE,
    CASE_REOPEN,
    CASE_MERGE,
    /** See figures over many cases. */
    INDICATOR_READ,
    /** See who holds which post. */
    PEOPLE_READ,
    /** Load divisions, matters, people or case history. */
    DATA_IMPORT,
    /** Take them out again. */
    DATA_EXPORT,
    /** Make accounts, give posts, issue and revoke tokens and sign-in links. */
    ACCOUNT_ADMINISTER,
    /** Look into the audit trail, and have it checked. */
    AUDIT_READ
}
