package org.linli.platform.problem;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem.Kind;
import org.linli.platform.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

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

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(Problem problem, Locale locale) {
        return answer(status(problem.kind()), problem.told(), locale);
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> tellDatabaseAway(Exception away, Locale locale) {
        LOG.warn("The database did not answer: {}", away.getMessage());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, Message.of("server/database-away"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tellUnforeseen(Exception unforeseen, Locale locale) {
        LOG.error("Unforeseen", unforeseen);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, Message.of("server/unforeseen"), locale);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception thrown,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var locale = request.getLocale();
        var answer = detail(HttpStatus.valueOf(status.value()), reading(thrown, request), locale);
        return ResponseEntity.status(answer.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer);
    }

    /** What Spring could not read of a request, in words that say what to change. */
    private static Message reading(Exception thrown, WebRequest request) {
        return switch (thrown) {
            case NoResourceFoundException _ -> Message.of("request/no-such-address", path(request));
            case HttpRequestMethodNotSupportedException wrong ->
                    Message.of("request/method", wrong.getMethod());
            case HttpMediaTypeNotSupportedException wrong ->
                    Message.of("request/content-type", String.valueOf(wrong.getContentType()));
            case MissingServletRequestParameterException missing ->
                    Message.of("request/missing", missing.getParameterName());
            case MissingServletRequestPartException missing ->
                    Message.of("request/missing", missing.getRequestPartName());
            case MaxUploadSizeExceededException _ -> Message.of("request/upload-too-large");
            case MethodArgumentTypeMismatchException wrong ->
                    Message.of("request/value", wrong.getName(), text(wrong.getValue()));
            case TypeMismatchException wrong ->
                    Message.of(
                            "request/value",
                            String.valueOf(wrong.getPropertyName()),
                            text(wrong.getValue()));
            case HttpMessageNotReadableException unreadable ->
                    Problem.class.isInstance(root(unreadable))
                            ? ((Problem) root(unreadable)).told()
                            : Message.of("request/unreadable");
            default -> Message.of("request/refused");
        };
    }

    private static Throwable root(Throwable thrown) {
        var cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }

    private static String text(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    static HttpStatus status(Kind kind) {
        var status = STATUS.get(kind);
        if (status == null) {
            throw new IllegalStateException("No status for " + kind);
        }
        return status;
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, Message message, Locale locale) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(status, message, locale));
    }

    private static ProblemDetail detail(HttpStatus status, Message message, Locale locale) {
        return Problems.detail(status, message, locale);
    }
}
