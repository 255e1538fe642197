package org.linli.intake.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The fields of a form; a field that is empty is as good as none (GeoReport v2). */
final class Form {

    private final HttpServletRequest request;

    Form(HttpServletRequest request) {
        this.request = request;
    }

    Map<String, String[]> fields() {
        return request.getParameterMap();
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(request.getParameter(field))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /**
     * Degrees, by the name that a client knows them by.
     *
     * @param most either way
     */
    @Nullable Double degrees(String field, int most) {
        var degrees = text(field).map(text -> number(field, text)).orElse(null);
        if (degrees != null && Math.abs(degrees) > most) {
            throw new InvalidValue("request/out-of-range", field, -most, most);
        }
        return degrees;
    }

    /** Pictures that came with the form, whatever their field is called. */
    List<MultipartFile> files() {
        return request instanceof MultipartHttpServletRequest parts
                ? parts.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .filter(file -> !file.isEmpty())
                        .toList()
                : List.of();
    }

    /**
     * By which a form that was sent twice is known: {@code op_id}, or the header {@code
     * Idempotency-Key}, of any text; by chance where its sender does not care.
     */
    UUID operation() {
        return text("op_id")
                .or(() -> Optional.ofNullable(request.getHeader("Idempotency-Key")))
                .map(key -> UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID);
    }

    /** As people write numbers: the hexadecimal digits that Java knows besides are none. */
    private static Double number(String field, String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException none) {
            throw new InvalidValue("request/value", field, text);
        }
    }
}
