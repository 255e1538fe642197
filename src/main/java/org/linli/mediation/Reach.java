package org.linli.mediation;

import java.util.regex.Pattern;

/**
 * Where somebody can be written to, if a number of a mobile or a mail address is all that they
 * left. Other words, such as a door or when to ring, are for their mediator to read.
 *
 * @param email empty if it is none
 * @param phone likewise
 */
record Reach(String email, String phone) {

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?1\\d{10}");

    static Reach of(String left) {
        var said = left.strip();
        var digits = said.replaceAll("[ -]", "");
        return new Reach(
                MAIL.matcher(said).matches() ? said : "",
                MOBILE.matcher(digits).matches() ? digits : "");
    }
}
