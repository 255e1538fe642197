package org.linli.launch;

import java.io.PrintStream;
import java.util.Locale;
import org.linli.platform.transfer.ImportProgress;

/** Shows on one line of a terminal how far an import has come. */
final class ProgressBar implements ImportProgress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private String shown = "";

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(long done, long total) {
        var line = line(done, total);
        if (!line.equals(shown)) {
            out.print("\r" + line);
            out.flush();
            shown = line;
        }
    }

    /** Clears the line for what is said next. */
    void end() {
        if (!shown.isEmpty()) {
            out.print("\r" + " ".repeat(shown.length()) + "\r");
            out.flush();
        }
    }

    static String line(long done, long total) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%,d", done);
        }
        var full = (int) (WIDTH * Math.min(done, total) / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d / %,d",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                100 * Math.min(done, total) / total,
                done,
                total);
    }
}
