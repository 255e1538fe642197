package org.linli.audit;

import java.util.Locale;

/** What kinds of things are acted on. */
public enum Thing {
    /** By its number. */
    CASE,
    PHOTO,
    ACCOUNT,
    TOKEN,
    /** A file, by the kind of what it holds. */
    FILE,
    /** The whole of it. */
    INSTALLATION,
    /** This trail. */
    TRAIL;

    /** As the trail and the API spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
