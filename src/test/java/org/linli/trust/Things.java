package org.linli.trust;

import static org.linli.trust.Oracle.Relation.OWN;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            String overCaseNo,
            Map<String, List<String>> canaries,
            String names) {}

    private final Wire wire;
    private final Map<String, String> office;
    private final Map<String, String> reporter;
    private final Map<Relation, Thing> things = new EnumMap<>(Relation.class);
    private final Map<Relation, String> inspections = new EnumMap<>(Relation.class);

    /**
     * @param office the headers of a token that may do everything
     */
    Things(Wire wire, Map<String, String> office, Map<String, String> reporter) {
        this.wire = wire;
        this.office = office;
        this.reporter = reporter;
        for (var relation : Relation.values()) {
            things.put(relation, plant(relation));
        }
    }

    Thing at(Relation relation) {
        return java.util.Objects.requireNonNull(things.get(relation));
    }

    /** A case that waits to be accepted, with version 1. */
    String reported(Relation relation) {
        return reported(relation, UUID.randomUUID().toString());
    }

    /** A case that waits for the unit of the area, with version 3. */
    String dispatched(Relation relation) {
        var caseNo = reported(relation, UUID.randomUUID().toString());
        dispatch(relation, caseNo);
        return caseNo;
    }

    /** A check of premises that waits for somebody to go there; they lie in a cell. */
    String inspection(Relation relation) {
        return inspections.computeIfAbsent(
                relation == Relation.ANCESTOR ? Relation.FOREIGN : relation,
                at ->
                        need(
                                        201,
                                        Request.post(
                                                "/api/v1/premises", inspection(Ground.cell(at))),
                                        office)
                                .path("id")
                                .asString());
    }

    /** A mediation that waits for somebody to take it; they lie in a cell. */
    String asked(Relation relation) {
        var at = relation == Relation.ANCESTOR ? Relation.FOREIGN : relation;
        return need(201, Request.post("/api/v1/mediations", mediation(at)), reporter)
                .path("id")
                .asString();
    }

    /** What is said to ask for a mediation. */
    static Map<String, Object> mediation(Relation at) {
        return Map.of(
                "opId", UUID.randomUUID(),
                "lon", Ground.lon(at),
                "lat", Ground.LAT,
                "about", "M",
                "name", "M",
                "contact", "M",
                "otherName", "M",
                "otherContact", "M");
    }

    /** What is asked to have premises checked. */
    static Map<String, Object> inspection(String cell) {
        return Map.of(
                "opId", UUID.randomUUID(),
                "checklist", "small-premises",
                "premises", "M",
                "cell", cell,
                "dueOn", "2099-12-31");
    }

    /** The version of a case as it is now. */
    int version(String caseNo) {
        return need(200, Request.get("/api/v1/cases/" + caseNo), office).path("version").asInt();
    }

    private void dispatch(Relation relation, String caseNo) {
        step(caseNo, 1, Map.of("step", "file", "matterCode", MATTER, "conditionNo", 2));
        var unit = relation == OWN ? Ground.OWN_UNIT : Ground.OTHER_UNIT;
        step(caseNo, 2, Map.of("step", "dispatch", "unitCode", unit));
    }

    private String reported(Relation relation, String mark) {
        return need(201, Request.post("/api/v1/reports", report(relation, mark)), reporter)
                .path("caseNo")
                .asString();
    }

    private static Map<String, Object> report(Relation relation, String mark) {
        var body = new LinkedHashMap<String, Object>();
        body.put("opId", UUID.randomUUID());
        body.put("text", "words-" + mark);
        body.put("address", "street-" + mark);
        body.put("source", "department");
        body.put("sourceSystem", "matrix");
        body.put("externalId", mark);
        body.put(
                "reporter",
                Map.of("name", "person-" + mark, "email", "mail-" + mark + "@example.org"));
        if (relation != Relation.ANCESTOR) {
            body.put("lon", Ground.lon(relation));
            body.put("lat", Ground.LAT);
        }
        return body;
    }

    private Thing plant(Relation relation) {
        var mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var canaries =
                Map.of(
                        "case", List.of("words-" + mark, "street-" + mark),
                        "reporter", List.of("person-" + mark, "mail-" + mark));
        var photo = upload(wire, reporter);
        var body = report(relation, mark);
        body.put("photoIds", List.of(photo));
        var receipt = need(201, Request.post("/api/v1/reports", body), reporter);
        var caseNo = receipt.path("caseNo").asString();
        dispatch(relation, caseNo);
        var over = reported(relation, UUID.randomUUID().toString());
        step(over, 1, Map.of("step", "refuse", "reason", "matrix"));
        return new Thing(
                caseNo, receipt.path("trackingCode").asString(), photo, over, canaries, mark);
    }

    private void step(String caseNo, int version, Map<String, Object> said) {
        var body = new HashMap<>(said);
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
