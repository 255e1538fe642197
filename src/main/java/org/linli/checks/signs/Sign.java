package org.linli.checks.signs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a person should look at a case. None of them says that anything is wrong. */
public enum Sign {
    /** More of the grid's own closings in ten minutes than anybody can do on foot. */
    BURST,
    /** Far more of the grid's own closings on the last day of a month than on others. */
    BEFORE_CUT_OFF,
    /** The words of another case, at another place. */
    SAME_WORDS,
    /** The photo of another case. */
    SAME_PHOTO,
    /** Two acts at places between which nobody travels that fast, or work done in seconds. */
    IMPOSSIBLE_TIMES,
    /** Reported and solved by the same hand within seconds, as two acts. */
    OWN_IN_SECONDS,
    /** Put on hold when the time was nearly up. */
    PARKED,
    /** One checker looks at one handler's work far oftener than at that of others. */
    PAIRED,
    /** Sent back by the unit whose case it was. */
    SHIRKED,
    /** Told after it was due, to have been done before. */
    LATE_ENTRY,
    /** A supervisor saw something else than the check did. */
    SEEN_OTHERWISE;

    /** As the API and the database spell it: {@code late-entry}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sign so spelt, or empty if there is none. */
    public static Optional<Sign> of(String code) {
        return Arrays.stream(values()).filter(sign -> sign.code().equals(code)).findFirst();
    }
}
