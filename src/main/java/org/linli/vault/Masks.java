package org.linli.vault;

import java.util.regex.Pattern;

/** What everybody sees of a sealed value: enough to recognise it, too little to use it. */
public final class Masks {

    private static final Pattern BUILDING = Pattern.compile("^.*[栋幢座楼号]");

    private static final int SHORTEST_SHOWN = 6;

    private Masks() {}

    /** 张三丰 as 张*; empty stays empty. */
    public static String name(String name) {
        return name.isEmpty() ? "" : Character.toString(name.codePointAt(0)) + "*";
    }

    /** An ID number by its first and last character: {@code 1****************4}. */
    public static String idNumber(String number) {
        return middle(number, 1, 1);
    }

    /** A telephone by its first and last two digits: {@code 1********89}. */
    public static String phone(String number) {
        return middle(number, 1, 2);
    }

    /** An address up to its building: 碧泉路129号28栋. */
    public static String address(String address) {
        var building = BUILDING.matcher(address);
        return building.find() ? building.group() + "*" : address.replaceAll("\\d+", "*");
    }

    private static String middle(String value, int first, int last) {
        if (value.length() < SHORTEST_SHOWN) {
            return "*".repeat(value.length());
        }
        return value.substring(0, first)
                + "*".repeat(value.length() - first - last)
                + value.substring(value.length() - last);
    }
}
