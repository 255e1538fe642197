package org.linli.platform.problem;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** How a problem looks to its reader: an RFC 9457 body. */
public final class Problems {

    private static final Map<HttpStatus, String> WORDS =
            Map.of(
                    HttpStatus.BAD_REQUEST, "request/address-refused",
                    HttpStatus.NOT_FOUND, "request/nothing-here",
                    HttpStatus.CONTENT_TOO_LARGE, "request/upload-too-large",
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "request/headers-too-large");

    private Problems() {}

    /** A problem as the body of an answer, or as one line of a batch's answer. */
    public static ProblemDetail detail(Problem problem, Locale locale) {
        var status = ProblemAdvice.status(problem.kind());
        return detail(status, problem.told(), problem.details(), locale);
    }

    /** What can be said of a refusal when only its HTTP status is known. */
    public static ProblemDetail detail(int code, Locale locale) {
        var status = HttpStatus.resolve(code);
        if (status == null || status.is5xxServerError()) {
            var told = Message.of("server/unforeseen");
            return detail(HttpStatus.INTERNAL_SERVER_ERROR, told, locale);
        }
        return detail(status, Message.of(WORDS.getOrDefault(status, "request/refused")), locale);
    }

    static ProblemDetail detail(Unreadable unreadable, Locale locale) {
        return detail(unreadable.status(), unreadable.told(), unreadable.details(), locale);
    }

    static ProblemDetail detail(HttpStatus status, Message message, Locale locale) {
        return detail(status, message, Map.of(), locale);
    }

    private static ProblemDetail detail(
            HttpStatus status, Message message, Map<String, Object> details, Locale locale) {
        var detail = ProblemDetail.forStatusAndDetail(status, Words.say(message, locale));
        detail.setType(URI.create("/problems/" + message.code()));
        details.forEach(detail::setProperty);
        return detail;
    }
}
