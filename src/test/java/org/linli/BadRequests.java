package org.linli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests that one operation cannot want, made from what its description says it wants. */
final class BadRequests {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> WRONG_TEXTS =
            List.of(
                    "",
                    " ",
                    "x",
                    "-1",
                    "0",
                    "1.5",
                    "1e400",
                    "NaN",
                    "Infinity",
                    "99999999999999999999999999",
                    "null",
                    "true",
                    "\u0000",
                    "路灯\u0000不亮",
                    "🦊𠮷",
                    "\u202e\u200b",
                    "%",
                    "_",
                    "'; drop schema cases cascade; --",
                    "${7*7}",
                    "2026-13-45",
                    "0000-01-01",
                    "-999999999-01-01",
                    "+999999999-12-31T23:59:59Z",
                    "1,2,3,4",
                    "NaN,NaN,NaN,NaN",
                    "181,91,181,91",
                    "{0}",
                    "a".repeat(3000));

    private static final List<String> WRONG_BODIES =
            List.of(
                    "",
                    "null",
                    "true",
                    "0",
                    "\"x\"",
                    "[]",
                    "[null]",
                    "{}",
                    "{",
                    "}",
                    "{\"a\"",
                    "{\"opId\": }",
                    "{\"opId\": NaN}",
                    "{\"\": \"\"}",
                    "{\"a\": 1} {\"b\": 2}",
                    "{\"opId\": \"x\", \"opId\": \"y\"}",
                    "\uFEFF{}",
                    "[".repeat(20_000),
                    "{\"a\":".repeat(5_000));

    /**
     * @param operation its node in the description, with its address and method
     */
    record Operation(String method, String address, JsonNode description) {}

    /**
     * @param wrongField a field that must be named when this is refused; empty if it need not be
     */
    record Request(
            String method, String address, String contentType, byte[] body, String wrongField) {

        @Override
        public String toString() {
            var text = new String(body, StandardCharsets.UTF_8);
            var shown = text.length() > 300 ? text.substring(0, 300) + "…" : text;
            return method + " " + address + " [" + contentType + "] " + shown;
        }
    }

    private final JsonNode root;
    private final Operation operation;
    private final Map<String, Object> usual;
    private boolean leanOnes = true;
    private final List<Request> requests = new ArrayList<>();

    /**
     * @param usual a value for each field and parameter whose name is known to mean something
     */
    BadRequests(JsonNode root, Operation operation, Map<String, Object> usual) {
        this.root = root;
        this.operation = operation;
        this.usual = usual;
    }

    static List<Operation> operationsOf(JsonNode description) {
        var operations = new ArrayList<Operation>();
        description
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method -> {
                                    if (METHODS.contains(method.getKey())) {
                                        operations.add(
                                                new Operation(
                                                        method.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        method.getValue()));
                                    }
                                }));
        return operations;
    }

    List<Request> all() {
        var usual = address(null, "");
        operation.description.path("parameters").forEach(this::spoilParameter);
        var content = operation.description.path("requestBody").path("content");
        if (content.has("application/json")) {
            var schema = content.path("application/json").path("schema");
            for (var lean : List.of(true, false)) {
                leanOnes = lean;
                var sample = sample(schema, 0);
                add(usual, "application/json", JSON.writeValueAsBytes(sample));
                spoil(sample, sample, usual, 0);
            }
            addEach(schema, usual);
            spoilBody(usual, JSON.writeValueAsString(sample(schema, 0)));
        } else if (!content.isMissingNode()) {
            add(usual, "multipart/form-data", "--x".getBytes(StandardCharsets.UTF_8));
            add(usual, "multipart/form-data; boundary=x", text("--x\r\n\r\nbroken"));
            WRONG_BODIES.forEach(body -> add(usual, "application/json", text(body)));
        }
        return requests;
    }

    private void spoilParameter(JsonNode parameter) {
        var name = parameter.path("name").asString();
        WRONG_TEXTS.stream()
                .filter(text -> isSendable(parameter, text))
                .forEach(text -> add(address(name, text), "application/json", body()));
        add(address(name, "1") + "&" + name + "=2", "application/json", body());
    }

    /** An empty part of a path is another address. */
    private static boolean isSendable(JsonNode parameter, String text) {
        return !parameter.path("in").asString().equals("path") || !text.isBlank();
    }

    private byte[] body() {
        var schema =
                operation
                        .description
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        return schema.isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(sample(schema, 0));
    }

    private String address(@Nullable String spoiltName, String spoilt) {
        var address = operation.address;
        var query = new ArrayList<String>();
        for (var parameter : operation.description.path("parameters")) {
            var name = parameter.path("name").asString();
            var value = name.equals(spoiltName) ? spoilt : plain(name, parameter.path("schema"));
            var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            if (parameter.path("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", encoded);
            } else if (name.equals(spoiltName) || parameter.path("required").asBoolean()) {
                query.add(name + "=" + encoded);
            }
        }
        return address + "?" + String.join("&", query);
    }

    private String plain(String name, JsonNode schema) {
        var sample = sample(name, schema, 0);
        return sample.isValueNode() ? sample.asString() : "x";
    }

    private JsonNode sample(String name, JsonNode schema, int depth) {
        var known = usual.get(name);
        var fits =
                !(known instanceof String)
                        || !schema.path("type").asString("").equals("integer")
                                && !schema.path("format").asString("").equals("uuid");
        return known == null || !fits ? sample(schema, depth) : JSON.valueToTree(known);
    }

    private void spoilBody(String address, String sample) {
        WRONG_BODIES.forEach(body -> add(address, "application/json", text(body)));
        Stream.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "x/y;;")
                .forEach(type -> add(address, type, text(sample)));
        add(address, "application/json; charset=utf-16", text(sample));
        add(address, "application/json", new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"'});
        add(address, "application/json", text(" ".repeat(12 << 20) + sample));
    }

    /** One after another, a wrong value in each field that might be left out, the others right. */
    private void addEach(JsonNode schema, String address) {
        leanOnes = false;
        var full = sample(schema, 0);
        leanOnes = true;
        if (sample(schema, 0) instanceof ObjectNode lean) {
            full.propertyNames().stream()
                    .filter(name -> !lean.has(name))
                    .forEach(name -> {
                        with(lean, name, full.get(name), lean, address);
                        wrongValues(value -> with(lean, name, value, lean, address));
                    });
        }
    }

    /** Each field of the body in turn: missing, of another kind, or beyond all bounds. */
    private void spoil(JsonNode whole, JsonNode at, String address, int depth) {
        if (depth > 4) {
            return;
        }
        if (at instanceof ObjectNode object) {
            with(object, "unknownField", NODES.numberNode(1), whole, address);
            for (var name : List.copyOf(object.propertyNames())) {
                var kept = object.get(name);
                object.remove(name);
                add(address, "application/json", JSON.writeValueAsBytes(whole));
                wrongValues(value -> with(object, name, value, whole, address));
                if (kept.isString()) {
                    notText(value -> wrong(object, name, value, whole, address));
                }
                object.set(name, kept);
                spoil(whole, kept, address, depth + 1);
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            var kept = array.get(0);
            wrongValues(value -> {
                array.set(0, value);
                add(address, "application/json", JSON.writeValueAsBytes(whole));
            });
            array.set(0, kept);
            spoil(whole, kept, address, depth + 1);
        }
    }

    private void wrong(
            ObjectNode object, String name, JsonNode value, JsonNode whole, String address) {
        object.set(name, value);
        var body = JSON.writeValueAsBytes(whole);
        requests.add(new Request(operation.method, address, "application/json", body, name));
    }

    private void with(
            ObjectNode object, String name, JsonNode value, JsonNode whole, String address) {
        var kept = object.get(name);
        object.set(name, value);
        add(address, "application/json", JSON.writeValueAsBytes(whole));
        if (kept == null) {
            object.remove(name);
        } else {
            object.set(name, kept);
        }
    }

    private static void notText(Consumer<JsonNode> use) {
        use.accept(NODES.numberNode(12004));
        use.accept(NODES.numberNode(1.5));
        use.accept(NODES.booleanNode(false));
    }

    private static void wrongValues(Consumer<JsonNode> use) {
        use.accept(NODES.nullNode());
        use.accept(NODES.booleanNode(true));
        use.accept(NODES.numberNode(-1));
        use.accept(NODES.numberNode(new java.math.BigDecimal("1e400")));
        use.accept(NODES.numberNode(Long.MAX_VALUE));
        use.accept(NODES.arrayNode());
        use.accept(NODES.objectNode().put("a", 1));
        use.accept(NODES.arrayNode().add(NODES.objectNode()));
        use.accept(NODES.stringNode("\ud800"));
        use.accept(NODES.stringNode("长".repeat(100_000)));
        WRONG_TEXTS.forEach(text -> use.accept(NODES.stringNode(text)));
    }

    private JsonNode sample(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString();
            return sample(
                    root.path("components")
                            .path("schemas")
                            .path(name.substring(name.lastIndexOf('/') + 1)),
                    depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asString("object")) {
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "array" ->
                    depth > 5
                            ? NODES.arrayNode()
                            : NODES.arrayNode().add(sample(schema.path("items"), depth + 1));
            case "string" -> NODES.stringNode(sampleText(schema.path("format").asString("")));
            default -> {
                var object = NODES.objectNode();
                schema.path("properties").properties().stream()
                        .filter(property -> !leanOnes || isNeeded(schema, property.getKey()))
                        .forEach(property ->
                                object.set(
                                        property.getKey(), sample(property.getValue(), depth + 1)));
                yield object;
            }
        };
    }

    private boolean isNeeded(JsonNode schema, String name) {
        return usual.containsKey(name)
                || schema.path("required").valueStream().anyMatch(n -> n.asString().equals(name));
    }

    private static String sampleText(String format) {
        return switch (format) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2026-11-02T08:00:00Z";
            case "date" -> "2026-11-02";
            default -> "路灯不亮";
        };
    }

    private void add(String address, String contentType, byte[] body) {
        requests.add(new Request(operation.method, address, contentType, body, ""));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
