package org.linli.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Message;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What Spring or Jackson could not read of a request, in words that say what to change.
 *
 * @param told what to tell the sender
 * @param details as {@link Problem#details} has them
 */
record Unreadable(HttpStatus status, Message told, Map<String, Object> details) {

    private static final int LONGEST_QUOTE = 100;

    /**
     * @param code the status that Spring has for it, where it is none of those we know
     */
    static Unreadable reading(Exception thrown, HttpStatusCode code, HttpServletRequest request) {
        return switch (thrown) {
            case NoResourceFoundException _ -> noSuchAddress(request);
            case NoHandlerFoundException _ -> noSuchAddress(request);
            case HttpRequestMethodNotSupportedException wrong ->
                    new Unreadable(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            Message.of("request/method", wrong.getMethod()));
            case HttpMediaTypeNotSupportedException wrong ->
                    new Unreadable(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            Message.of("request/content-type", quote(request.getContentType())));
            case HttpMediaTypeNotAcceptableException _ ->
                    new Unreadable(HttpStatus.NOT_ACCEPTABLE, Message.of("request/not-acceptable"));
            case MissingServletRequestParameterException missing ->
                    invalid("request/missing", missing.getParameterName());
            case MissingServletRequestPartException missing ->
                    invalid("request/missing", missing.getRequestPartName());
            case MissingRequestHeaderException missing ->
                    invalid("request/missing", missing.getHeaderName());
            case MaxUploadSizeExceededException large
                    when !(large.getRootCause() instanceof SizeException) ->
                    new Unreadable(HttpStatus.BAD_REQUEST, Message.of("request/form"));
            case MaxUploadSizeExceededException _ ->
                    new Unreadable(
                            HttpStatus.CONTENT_TOO_LARGE, Message.of("request/upload-too-large"));
            case MethodArgumentTypeMismatchException wrong ->
                    wrongValue(wrong.getName(), wrong.getValue());
            case TypeMismatchException wrong ->
                    wrongValue(String.valueOf(wrong.getPropertyName()), wrong.getValue());
            case HttpMessageNotReadableException unreadable
                    when unreadable.getCause() instanceof JacksonException json ->
                    body(json);
            case HttpMessageNotReadableException _ ->
                    new Unreadable(HttpStatus.BAD_REQUEST, Message.of("request/body-missing"));
            default ->
                    new Unreadable(HttpStatus.valueOf(code.value()), Message.of("request/refused"));
        };
    }

    static Unreadable body(JacksonException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                    invalid("request/unknown-field", path(unknown));
            case InvalidNullException missing -> invalid("request/missing", path(missing));
            case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() ->
                    invalid("request/field", path(mismatch));
            default -> noJson(wrong.getLocation());
        };
    }

    private static Unreadable noJson(@Nullable TokenStreamLocation place) {
        return place == null
                ? new Unreadable(HttpStatus.BAD_REQUEST, Message.of("request/unreadable"))
                : new Unreadable(
                        HttpStatus.BAD_REQUEST,
                        Message.of(
                                "request/unreadable-at", place.getLineNr(), place.getColumnNr()));
    }

    private Unreadable(HttpStatus status, Message told) {
        this(status, told, Map.of());
    }

    private static Unreadable invalid(String code, String field) {
        return new Unreadable(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Message.of(code, field),
                InvalidValue.inField(field));
    }

    private static Unreadable wrongValue(String field, @Nullable Object value) {
        return !(value instanceof String)
                ? invalid("request/field", field)
                : new Unreadable(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Message.of("request/value", field, quote(value)),
                        InvalidValue.inField(field));
    }

    private static String path(JacksonException wrong) {
        return quote(
                wrong.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getPropertyName())
                        .collect(Collectors.joining())
                        .replaceFirst("^\\.", ""));
    }

    private static Unreadable noSuchAddress(HttpServletRequest request) {
        return new Unreadable(
                HttpStatus.NOT_FOUND,
                Message.of("request/no-such-address", quote(request.getRequestURI())));
    }

    private static String quote(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }
}
