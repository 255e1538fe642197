package org.linli.platform.problem;

import java.net.URI;
import java.util.Locale;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** How a problem looks to its reader: an RFC 9457 body. */
public final class Problems {

    private Problems() {}

    /** A problem as the body of an answer, or as one line of a batch's answer. */
    public static ProblemDetail detail(Problem problem, Locale locale) {
        return detail(ProblemAdvice.status(problem.kind()), problem.told(), locale);
    }

    static ProblemDetail detail(HttpStatus status, Message message, Locale locale) {
        var detail = ProblemDetail.forStatusAndDetail(status, Words.say(message, locale));
        detail.setType(URI.create("/problems/" + message.code()));
        return detail;
    }
}
