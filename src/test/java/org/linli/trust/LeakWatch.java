package org.linli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Reads along with every test against the whole of Linli: each answer, export and error that leaves
 * it, and each line that it logs. A test in which a number of a person got out fails.
 */
public final class LeakWatch implements BeforeEachCallback, AfterEachCallback {

    /** Addresses whose purpose is to show one number to somebody who gave a reason. */
    private static final Pattern UNMASKING =
            Pattern.compile("POST .*/(reporter|unmask|reveal|unmasking)");

    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();
    private static final AtomicLong READ = new AtomicLong();

    /** Looks at a text on its way out. */
    static void read(String where, String text) {
        READ.incrementAndGet();
        if (!UNMASKING.matcher(where).matches()) {
            PersonalNumbers.in(text).forEach(number -> FOUND.add(where + ": " + number));
        }
    }

    /** What was found since it was asked last. */
    static List<String> takeFound() {
        var found = List.copyOf(FOUND);
        FOUND.removeAll(found);
        return found;
    }

    /** How many answers and lines were read. */
    static long readSoFar() {
        return READ.get();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        readLogs();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(takeFound()).as("numbers of persons that got out").isEmpty();
    }

    /** Each context that starts sets logging up anew, without whoever read along. */
    private static synchronized void readLogs() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(LogReader.NAME) != null) {
            return;
        }
        var reader = new LogReader();
        reader.setName(LogReader.NAME);
        reader.setContext(root.getLoggerContext());
        reader.start();
        root.addAppender(reader);
    }

    private static final class LogReader extends AppenderBase<ILoggingEvent> {

        private static final String NAME = "leak watch";

        @Override
        protected void append(ILoggingEvent event) {
            var thrown = event.getThrowableProxy();
            var trace = thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
            read("log " + event.getLoggerName(), event.getFormattedMessage() + trace);
        }
    }
}
