package org.linli.platform.problem;

import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** More than any wording has places for. */
    private static final Object[] UNSAID = Collections.nCopies(10, "…").toArray();

    private Problems() {}

    /**
     * What a type of problem means, with … for what only an answer can name; empty if there is no
     * such type.
     *
     * @param code such as {@code case/stale-version}
     */
    public static Optional<String> meaning(String code, Locale locale) {
        return Words.wordings("zh").containsKey(code)
                ? Optional.of(Words.say(Message.of(code, UNSAID), locale))
                : Optional.empty();
    }

    /** A problem as the body of an answer, or as one line of a batch's answer. */
    public static ProblemDetail detail(Problem problem, Locale locale) {
        var status = ProblemAdvice.status(problem.kind());
        return detail(status, problem.told(), problem.details(), locale);
    }

    /** What can be said of a refusal when only its HTTP status is known. */
    public static ProblemDetail detail(int code, Locale locale) {
        var status = HttpStatus.resolve(code);
        if (status == null || status.is5xxServerError()) {
            return detail(
                    HttpStatus.INTERNAL_SERVER_ERROR, Message.of("server/unforeseen"), locale);
        }
        return detail(status, Message.of(WORDS.getOrDefault(status, "request/refused")), locale);
    }

    static ProblemDetail detail(Unreadable unreadable, Locale locale) {
        return detail(unreadable.status(), unreadable.told(), unreadable.details(), locale);
    }

    static ProblemDetail detail(HttpStatus status, Message message, Locale locale) {
        return detail(status, message, Map.of(), locale);
    }

    private static Message title(HttpStatus status) {
        var code = "title." + status.value();
        return Message.of(Words.wordings("zh").containsKey(code) ? code : "title.other");
    }

    private static ProblemDetail detail(
            HttpStatus status, Message message, Map<String, Object> details, Locale locale) {
        var detail = ProblemDetail.forStatusAndDetail(status, Words.say(message, locale));
        detail.setType(URI.create("/problems/" + message.code()));
        detail.setTitle(Words.say(title(status), locale));
        details.forEach(detail::setProperty);
        return detail;
    }
}
