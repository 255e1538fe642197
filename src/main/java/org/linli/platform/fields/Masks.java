package org.linli.platform.fields;

import java.util.regex.Pattern;

/** What everybody sees of a delicate value: enough to recognise it, too little to use it. */
public final class Masks {

    /** All that is seen of what a reader may not be told. */
    public static final String HIDDEN = "*";

    private static final Pattern BUILDING = Pattern.compile("^.*[栋幢座楼号]");

    private static final int SHORTEST_SHOWN = 6;

    private Masks() {}

    /** 张三丰 as 张*; empty stays empty. */
    public static Masked name(String name) {
        return new Masked(name.isEmpty() ? "" : Character.toString(name.codePointAt(0)) + HIDDEN);
    }

    /** An ID number by its first and last character: {@code 1****************4}. */
    public static Masked idNumber(String number) {
        return middle(number, 1, 1);
    }

    /** A telephone by its first and last two digits: {@code 1********89}. */
    public static Masked phone(String number) {
        return middle(number, 1, 2);
    }

    /** An address up to its building: 碧泉路129号28栋. */
    public static Masked address(String address) {
        var building = BUILDING.matcher(address);
        return new Masked(
                building.find() ? building.group() + HIDDEN : address.replaceAll("\\d+", HIDDEN));
    }

    private static Masked middle(String value, int first, int last) {
        if (value.length() < SHORTEST_SHOWN) {
            return new Masked(HIDDEN.repeat(value.length()));
        }
        return new Masked(
                value.substring(0, first)
                        + HIDDEN.repeat(value.length() - first - last)
                        + value.substring(value.length() - last));
    }
}
