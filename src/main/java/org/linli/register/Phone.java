package org.linli.register;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number as it is dialled: digits only, without the country's own prefix. */
record Phone(String text) {

    private static final Pattern BETWEEN = Pattern.compile("[ ()-]");
    private static final Pattern HOME = Pattern.compile("^(?:\\+|00)86");
    private static final Pattern FORM = Pattern.compile("\\+?\\d{5,15}");

    /** Reads what somebody typed; empty if it is no number. */
    static Optional<Phone> of(String typed) {
        var bare = BETWEEN.matcher(typed.strip()).replaceAll("");
        var text = HOME.matcher(bare).replaceFirst("");
        return FORM.matcher(text).matches() ? Optional.of(new Phone(text)) : Optional.empty();
    }
}
