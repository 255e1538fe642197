package org.linli.audit;

import java.util.Locale;

/** What kinds of things are acted on. */
public enum Thing {
    /** By its number. */
    CASE,
    PHOTO,
    /** A check of them, by its id. */
    PREMISES,
    /** By its id, and never by who is in it. */
    MEDIATION,
    ACCOUNT,
    TOKEN,
    /** Of an account, by its id. */
    SESSION,
    /** A phone. */
    DEVICE,
    AREA,
    /** Who is on call, by the code of the unit or the street. */
    ROSTER,
    /** The figures of a role, by its name. */
    BOARD,
    /** Somebody's objection to a figure, by its number. */
    OBJECTION,
    /** Records of a kind, as files hold them. */
    DATA,
    PERSON,
    HOUSEHOLD,
    /** How to reach who reported a case, by its number. */
    REPORTER,
    /** An entry of the duty list, or a task by one. */
    DUTY,
    /** A key that values are sealed under. */
    KEY,
    /** Of a district, by its code. */
    RULES,
    /** Another system that hands over, or something that it handed over. */
    SYSTEM,
    /** The whole of it. */
    INSTALLATION,
    /** This trail. */
    TRAIL;

    /** As the trail and the API spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
