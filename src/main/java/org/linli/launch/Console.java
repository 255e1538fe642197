package org.linli.launch;

import java.io.PrintStream;
import java.util.Locale;
import org.linli.platform.words.ConsoleLanguage;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/**
 * The terminal. Results go to standard output, where a script may read them; everything said about
 * them goes to standard error.
 *
 * @param language of whoever sits there
 */
record Console(PrintStream out, PrintStream err, Locale language) {

    static Console ofProcess() {
        return new Console(System.out, System.err, ConsoleLanguage.locale());
    }

    /** Prints a line of the result. */
    void print(String line) {
        out.println(line);
        out.flush();
    }

    void say(String code, Object... arguments) {
        say(Message.of(code, arguments));
    }

    void say(Message message) {
        err.println(words(message));
    }

    String words(Message message) {
        return Words.say(message, language);
    }

    /** Whether somebody is watching: a file or a pipe needs no progress bar. */
    static boolean isWatched() {
        return System.console() != null && System.console().isTerminal();
    }
}
