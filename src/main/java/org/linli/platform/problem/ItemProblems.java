package org.linli.platform.problem;

import java.util.Locale;
import org.linli.platform.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.core.JacksonException;

/** What went wrong with one of many things in a request, as its own line of the answer. */
public final class ItemProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ItemProblems.class);

    private ItemProblems() {}

    public static ProblemDetail detail(RuntimeException failed, Locale locale) {
        var known = ProblemAdvice.problemBehind(failed);
        if (known != null) {
            return Problems.detail(known, locale);
        }
        return switch (failed) {
            case JacksonException unreadable ->
                    Problems.detail(Unreadable.body(unreadable), locale);
            case TransientDataAccessException _,
                    CannotGetJdbcConnectionException _,
                    CannotCreateTransactionException _ ->
                    told(HttpStatus.SERVICE_UNAVAILABLE, "server/database-away", locale);
            default -> {
                LOG.error("Unforeseen in one item", failed);
                yield told(HttpStatus.INTERNAL_SERVER_ERROR, "server/unforeseen", locale);
            }
        };
    }

    private static ProblemDetail told(HttpStatus status, String code, Locale locale) {
        return Problems.detail(status, Message.of(code), locale);
    }
}
