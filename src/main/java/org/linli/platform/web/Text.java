package org.linli.platform.web;

/** What the database can keep as text. */
public final class Text {

    private Text() {}

    /** Whether it holds neither NUL, which PostgreSQL refuses, nor half a character. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(Text::isUnstorable);
    }

    private static boolean isUnstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
