package org.linli.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.Problems;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Rejection;
import org.linli.platform.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The answer to an import: a line of JSON now and then, the last of which is what became of it. */
final class ImportAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ImportAnswer.class);

    /** Often enough for a bar to move. */
    private static final long LINES = 200;

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final Locale locale;
    private long told;
    private boolean nobodyListens;

    ImportAnswer(HttpServletResponse response, JsonMapper json, Locale locale) {
        this.response = response;
        this.json = json;
        this.locale = locale;
    }

    /**
     * @param done rows dealt with so far
     */
    record Progress(long done, long total) {}

    /** What became of a file, in the reader's language. */
    record Report(
            long accepted,
            long unchanged,
            long rejected,
            List<RejectedValue> rejections,
            List<String> notes) {}

    record RejectedValue(long row, String column, String value, String reason) {}

    /**
     * Runs an import and tells of it.
     *
     * @throws Problem if the file is refused before anything was told
     */
    void with(Function<ImportProgress, ImportReport> load) {
        try {
            line(report(load.apply(this::progress)));
        } catch (Problem refused) {
            if (!response.isCommitted()) {
                throw refused;
            }
            line(Map.of("problem", Problems.detail(refused, locale)));
        }
    }

    private void progress(long done, long total) {
        var step = total <= 0 ? 0 : done * LINES / total;
        if (step > told || total <= 0) {
            told = step;
            line(new Progress(done, total));
        }
    }

    /** An import goes on though nobody may be listening any more. */
    private void line(Object content) {
        if (nobodyListens) {
            return;
        }
        try {
            response.setContentType("application/x-ndjson");
            var line = json.writeValueAsString(content) + "\n";
            response.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException gone) {
            LOG.info("An import goes on without its sender: {}", gone.getMessage());
            nobodyListens = true;
        }
    }

    private Report report(ImportReport report) {
        return new Report(
                report.accepted(),
                report.unchanged(),
                report.rejected(),
                report.rejections().stream().map(this::value).toList(),
                report.notes().stream().map(note -> Words.say(note, locale)).toList());
    }

    private RejectedValue value(Rejection rejection) {
        return new RejectedValue(
                rejection.row(),
                rejection.column(),
                rejection.value(),
                Words.say(rejection.reason(), locale));
    }
}
