package org.linli.platform.transfer;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.platform.words.Words;

/**
 * The list of what an import refused, for people to open in a spreadsheet. It repeats what
 * strangers wrote, so no cell of it may be taken for a formula.
 */
public final class RejectedFile {

    private static final List<String> HEADER = List.of("row", "column", "value", "reason");

    /** How a formula begins, in half and full width, after a tab or line break too. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");

    private RejectedFile() {}

    public static void write(OutputStream out, List<Rejection> rejections, Locale locale) {
        var table = new TableWriter(out, HEADER);
        for (var rejection : rejections) {
            table.row(
                    rejection.row(),
                    inert(rejection.column()),
                    inert(rejection.value()),
                    inert(Words.say(rejection.reason(), locale)));
        }
        table.finish();
    }

    private static String inert(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
