package org.linli.trust;

import static org.linli.trust.Oracle.Relation.OWN;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.evidence.TestPictures;
import org.linli.trust.Oracle.Relation;
import org.linli.trust.Wire.Request;

/** What there is to see in each area: a case with a photo, planted with words no other has. */
final class Things {

    static final String MATTER = "12004";

    /**
     * @param canaries the planted words, by the class of fields that holds them
     */
    record Thing(
            String caseNo,
            String trackingCode,
            String photoId,
            Map<String, List<String>> canaries,
            String names) {}

    private final Wire wire;
    private final Map<Relation, Thing> things = new EnumMap<>(Relation.class);

    /**
     * @param office the headers of a token that may do everything
     */
    Things(Wire wire, Map<String, String> office, Map<String, String> handler) {
        this.wire = wire;
        for (var relation : Relation.values()) {
            things.put(relation, plant(relation, office, handler));
        }
    }

    Thing at(Relation relation) {
        return java.util.Objects.requireNonNull(things.get(relation));
    }

    private Thing plant(
            Relation relation, Map<String, String> office, Map<String, String> reporter) {
        var mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var canaries =
                Map.of(
                        "case", List.of("words-" + mark, "street-" + mark),
                        "reporter", List.of("person-" + mark, "mail-" + mark));
        var photo = upload(wire, reporter);
        var body = new java.util.LinkedHashMap<String, Object>();
        body.put("opId", UUID.randomUUID());
        body.put("text", "words-" + mark);
        body.put("address", "street-" + mark);
        body.put("source", "department");
        body.put("sourceSystem", "matrix");
        body.put("externalId", mark);
        body.put("photoIds", List.of(photo));
        body.put(
                "reporter",
                Map.of("name", "person-" + mark, "email", "mail-" + mark + "@example.org"));
        if (relation != Relation.ANCESTOR) {
            body.put("lon", Ground.lon(relation));
            body.put("lat", Ground.LAT);
        }
        var receipt = need(201, Request.post("/api/v1/reports", body), reporter);
        var caseNo = receipt.path("caseNo").asString();
        step(office, caseNo, 1, Map.of("step", "file", "matterCode", MATTER, "conditionNo", 2));
        var unit = relation == OWN ? Ground.OWN_UNIT : Ground.OTHER_UNIT;
        step(office, caseNo, 2, Map.of("step", "dispatch", "unitCode", unit));
        return new Thing(caseNo, receipt.path("trackingCode").asString(), photo, canaries, mark);
    }

    private void step(
            Map<String, String> office, String caseNo, int version, Map<String, Object> said) {
        var body = new java.util.HashMap<>(said);
        body.put("opId", UUID.randomUUID());
        body.put("version", version);
        need(200, Request.post("/api/v1/cases/" + caseNo + "/steps", body), office);
    }

    private tools.jackson.databind.JsonNode need(
            int status, Request request, Map<String, String> headers) {
        var answer = wire.send(request, headers);
        if (answer.status() != status) {
            throw new IllegalStateException(request + " → " + answer.status() + answer.body());
        }
        return answer.json();
    }

    static String upload(Wire wire, Map<String, String> headers) {
        var answer = wire.send(photo(), headers);
        return answer.json().path("photoId").asString();
    }

    static Request photo() {
        var body = new ByteArrayOutputStream();
        var parts = new ArrayList<byte[]>();
        parts.add("--x\r\nContent-Disposition: form-data; name=\"opId\"\r\n\r\n".getBytes(ascii()));
        parts.add(UUID.randomUUID().toString().getBytes(ascii()));
        parts.add(
                "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
                        .getBytes(ascii()));
        parts.add(TestPictures.png(8, 8));
        parts.add("\r\n--x--\r\n".getBytes(ascii()));
        parts.forEach(body::writeBytes);
        return new Request(
                "POST", "/api/v1/photos", "multipart/form-data; boundary=x", body.toByteArray());
    }

    private static java.nio.charset.Charset ascii() {
        return StandardCharsets.US_ASCII;
    }
}
