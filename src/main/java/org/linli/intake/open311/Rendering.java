package org.linli.intake.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer in the format its client asks for. The XML is the JSON with names for the items
 * of a list, as the standard converts one into the other.
 */
@Component
class Rendering {

    /** What one item of each list is called. */
    private static final Map<String, String> ITEM =
            Map.of(
                    "services", "service",
                    "attributes", "attribute",
                    "values", "value",
                    "service_requests", "request",
                    "errors", "error",
                    "endpoints", "endpoint",
                    "formats", "format");

    private final JsonMapper json;
    private final XMLOutputFactory xml = XMLOutputFactory.newDefaultFactory();

    Rendering(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param root what the whole is called in XML
     */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, int status, String root, Object content) {
        var format = Format.of(request.getRequestURI(), request.getHeader("Accept"));
        var bytes =
                format == Format.JSON
                        ? json.writeValueAsBytes(content)
                        : xml(root, json.valueToTree(content));
        return ResponseEntity.status(status)
                .contentType(format.type())
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    private byte[] xml(String root, JsonNode content) {
        var out = new ByteArrayOutputStream();
        try {
            var writer = xml.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument("utf-8", "1.0");
            element(writer, root, content);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private static void element(XMLStreamWriter writer, String name, JsonNode content)
            throws XMLStreamException {
        writer.writeStartElement(name);
        if (content.isArray()) {
            var item = ITEM.getOrDefault(name, "item");
            for (var each : content) {
                element(writer, item, each);
            }
        } else if (content.isObject()) {
            for (var each : content.properties()) {
                element(writer, each.getKey(), each.getValue());
            }
        } else if (!content.isNull()) {
            writer.writeCharacters(writable(content.asString()));
        }
        writer.writeEndElement();
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String writable(String text) {
        return text.codePoints()
                .filter(point ->
                        point >= ' ' && point != 0xFFFE && point != 0xFFFF
                                || point == '\t'
                                || point == '\n'
                                || point == '\r')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
