package org.linli.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem.Kind;
import org.linli.platform.words.Languages;
import org.linli.platform.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what went wrong into an RFC 9457 problem in the language of the request. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Map<Kind, HttpStatus> STATUS =
            Map.of(
                    Kind.MALFORMED, HttpStatus.BAD_REQUEST,
                    Kind.UNKNOWN_CALLER, HttpStatus.UNAUTHORIZED,
                    Kind.FORBIDDEN, HttpStatus.FORBIDDEN,
                    Kind.NOT_FOUND, HttpStatus.NOT_FOUND,
                    Kind.CONFLICT, HttpStatus.CONFLICT,
                    Kind.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE,
                    Kind.UNSUPPORTED, HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    Kind.INVALID, HttpStatus.UNPROCESSABLE_CONTENT,
                    Kind.TOO_MANY, HttpStatus.TOO_MANY_REQUESTS,
                    Kind.UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE);

    /** PostgreSQL's states for text that it cannot hold. */
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(Problem problem, HttpServletRequest request) {
        var answer = ResponseEntity.status(status(problem.kind()));
        if (problem.kind() == Kind.UNKNOWN_CALLER) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        problem.retryAfter()
                .ifPresent(wait ->
                        answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(at(request, Problems.detail(problem, Languages.of(request))));
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> tellDatabaseAway(Exception away, HttpServletRequest request) {
        LOG.warn("The database did not answer: {}", away.getMessage());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, Message.of("server/database-away"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tellRefusedByDatabase(
            DataAccessException refused, HttpServletRequest request) {
        if (refused.getRootCause() instanceof SQLException cause
                && UNSTORABLE_TEXT.contains(String.valueOf(cause.getSQLState()))) {
            return answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Message.of("request/characters-somewhere"),
                    request);
        }
        return tellUnforeseen(refused, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tellUndecodable(
            InvalidParameterException undecodable, HttpServletRequest request) {
        return answer(HttpStatus.BAD_REQUEST, Message.of("request/address-refused"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tellBrokenForm(
            MultipartException broken, HttpServletRequest request) {
        return answer(HttpStatus.BAD_REQUEST, Message.of("request/form"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tellUnforeseen(Exception unforeseen, HttpServletRequest request) {
        var known = problemBehind(unforeseen);
        if (known != null) {
            return tell(known, request);
        }
        LOG.error("Unforeseen", unforeseen);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, Message.of("server/unforeseen"), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception thrown,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest webRequest) {
        var request = ((ServletWebRequest) webRequest).getRequest();
        var known = problemBehind(thrown);
        var answer =
                known == null
                        ? answer(Unreadable.reading(thrown, status, request), request)
                        : tell(known, request);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    /** A problem that a record or a converter told of while the request was being read. */
    static @Nullable Problem problemBehind(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst()
                .orElse(null);
    }

    static HttpStatus status(Kind kind) {
        var status = STATUS.get(kind);
        if (status == null) {
            throw new IllegalStateException("No status for " + kind);
        }
        return status;
    }

    private static ResponseEntity<ProblemDetail> answer(
            Unreadable unreadable, HttpServletRequest request) {
        return answer(at(request, Problems.detail(unreadable, Languages.of(request))));
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, Message message, HttpServletRequest request) {
        return answer(at(request, Problems.detail(status, message, Languages.of(request))));
    }

    /** Says at which address it was; one such as {@code //} is no URI by itself. */
    private static ProblemDetail at(HttpServletRequest request, ProblemDetail detail) {
        detail.setInstance(URI.create(request.getRequestURI().replaceFirst("^/+", "/")));
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
