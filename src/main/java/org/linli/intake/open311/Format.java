package org.linli.intake.open311;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What an answer is written in: as the address ends, else as is accepted, else XML. */
enum Format {
    XML(new MediaType(MediaType.TEXT_XML, java.nio.charset.StandardCharsets.UTF_8)),
    JSON(new MediaType(MediaType.APPLICATION_JSON, java.nio.charset.StandardCharsets.UTF_8));

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** The name at the end of an address, without its ending. */
    static String without(String name) {
        return name.replaceFirst("\\.(xml|json)$", "");
    }

    static Format of(String path, @Nullable String accept) {
        if (path.endsWith(".json")) {
            return JSON;
        }
        if (path.endsWith(".xml")) {
            return XML;
        }
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("json") ? JSON : XML;
    }
}
