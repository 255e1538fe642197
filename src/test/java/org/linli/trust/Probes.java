package org.linli.trust;

import static org.linli.trust.Wire.Request.delete;
import static org.linli.trust.Wire.Request.get;
import static org.linli.trust.Wire.Request.post;
import static org.linli.trust.Wire.Request.put;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.linli.trust.Crowd.Caller;
import org.linli.trust.Oracle.Relation;
import org.linli.trust.Things.Thing;
import org.linli.trust.Wire.Request;

/**
 * How each operation of the oracle is asked for a thing of some area, wherever an id can stand: in
 * the path, the query, the body, in lists within it, or in a filter.
 */
final class Probes {

    private static final String RANDOM_CASE = "990701-260101-999999999";
    private static final String RANDOM_AREA = "990709009009";
    private static final String RANDOM_CODE = "00000000000000000";
    private static final UUID RANDOM = UUID.fromString("00000000-0000-4000-8000-000000000000");

    /**
     * @param requests what to send, each with the same expectation
     * @param random the same for something that does not exist; none where nothing is named
     * @param names what stands for the thing in both, and may differ in their answers
     */
    record Probe(List<Request> requests, List<Request> random, List<String> names) {}

    private final Crowd crowd;
    private final Things things;
    private final Residents residents;
    private final Consumer<String> expiring;
    private final Map<String, BiFunction<Caller, Relation, Probe>> all = new HashMap<>();

    /**
     * @param expiring lets the hour of an open record be over
     */
    Probes(Crowd crowd, Things things, Residents residents, Consumer<String> expiring) {
        this.crowd = crowd;
        this.things = things;
        this.residents = residents;
        this.expiring = expiring;
        administration();
        cases();
        steps();
        photos();
        figures();
        open();
        reporters();
        RegisterProbes.addTo(this);
        CheckProbes.addTo(this);
        rosters();
        ExchangeProbes.addTo(this);
        RuleProbes.addTo(this);
        DutyProbes.addTo(this);
        premises();
        mediations();
        signIn();
        notices();
    }

    /**
     * @throws IllegalStateException if nobody has said how to ask it
     */
    Probe of(String operation, Caller caller, Relation relation) {
        var probe = all.get(operation);
        if (probe == null) {
            throw new IllegalStateException("Probes does not know how to ask " + operation);
        }
        return probe.apply(caller, relation);
    }

    /** Adds an operation, for a test that plants one. */
    void add(String operation, BiFunction<Caller, Relation, Probe> probe) {
        all.put(operation, probe);
    }

    /** The number of the case of an area. */
    String caseAt(Relation at) {
        return thing(at).caseNo();
    }

    String overCaseAt(Relation at) {
        return thing(at).overCaseNo();
    }

    Residents residents() {
        return residents;
    }

    void expire(String opening) {
        expiring.accept(opening);
    }

    /** Steps that could be taken this moment, by whoever may. */
    private void steps() {
        var accepted = new EnumMap<Relation, String>(Relation.class);
        add(
                "POST /api/v1/cases/{caseNo}/steps @accept",
                (_, at) -> {
                    var no = ready(accepted, at, 1, things::reported);
                    return step(no, Map.of("step", "accept", "version", 1));
                });
        var handled = new EnumMap<Relation, String>(Relation.class);
        add(
                "POST /api/v1/cases/{caseNo}/steps @handle",
                (_, at) -> {
                    var no = ready(handled, at, 3, things::dispatched);
                    return step(no, Map.of("step", "handle", "version", 3, "answer", "done"));
                });
    }

    /** A case at which nobody has taken the step yet. */
    private String ready(
            Map<Relation, String> cases,
            Relation at,
            int version,
            Function<Relation, String> planting) {
        return cases.compute(
                at,
                (_, known) ->
                        known == null || things.version(known) != version
                                ? planting.apply(at)
                                : known);
    }

    private static Probe step(String caseNo, Map<String, Object> said) {
        var body = new HashMap<>(said);
        body.put("opId", UUID.randomUUID());
        return hidden(
                post("/api/v1/cases/" + caseNo + "/steps", body),
                post("/api/v1/cases/" + RANDOM_CASE + "/steps", body),
                caseNo,
                RANDOM_CASE);
    }

    /** Asks what {@link MatrixTests} plants. */
    void plant() {
        add(
                "GET /api/v1/planted/{caseNo}",
                (_, at) -> theCase(at, no -> get("/api/v1/planted/" + no)));
    }

    static Probe asked(Request... requests) {
        return new Probe(List.of(requests), List.of(), List.of());
    }

    static Probe hidden(Request real, Request random, String name, String randomName) {
        return new Probe(List.of(real), List.of(random), List.of(name, randomName));
    }

    private void signIn() {
        for (var address : List.of("/factors", "/sessions", "/devices", "/devices/workers")) {
            add("GET /api/v1" + address, (_, _) -> asked(get("/api/v1" + address)));
        }
        for (var address : List.of("/factors/app", "/factors/recovery-codes", "/session/app")) {
            add("POST /api/v1" + address, (_, _) -> asked(post("/api/v1" + address, Map.of())));
        }
        for (var address : List.of("/factors/app/code", "/session/code", "/session/app/code")) {
            add(
                    "POST /api/v1" + address,
                    (_, _) -> asked(post("/api/v1" + address, Map.of("code", "no code"))));
        }
        passkeys();
        provider();
        add(
                "PUT /api/v1/factors/password",
                (_, _) -> asked(put("/api/v1/factors/password", Map.of("password", "weak"))));
        add(
                "POST /api/v1/session/password",
                (_, _) ->
                        asked(
                                post(
                                        "/api/v1/session/password",
                                        Map.of(
                                                "account",
                                                "matrix:" + UUID.randomUUID(),
                                                "password",
                                                "guess"))));
        add("DELETE /api/v1/sessions", (_, _) -> asked(delete("/api/v1/sessions")));
        add("DELETE /api/v1/sessions/{id}", (_, _) -> asked(delete("/api/v1/sessions/999999")));
        add(
                "POST /api/v1/devices",
                (_, _) -> asked(post("/api/v1/devices", Map.of("code", "none", "name", "phone"))));
        add(
                "PUT /api/v1/devices/{id}/status",
                (_, _) -> asked(put("/api/v1/devices/999999/status", Map.of("status", "lost"))));
        add("POST /api/v1/devices/invitations", (_, at) -> invitation(at));
        for (var part : List.of("/sessions", "/factors")) {
            add(
                    "DELETE /api/v1/accounts/{id}" + part,
                    (_, at) -> account(at, id -> delete("/api/v1/accounts/" + id + part)));
        }
    }

    private void notices() {
        var own = "/api/v1/notices";
        for (var part : List.of("", "/unread", "/preferences", "/channels", "/failures")) {
            add("GET " + own + part, (_, _) -> asked(get(own + part)));
        }
        var wanted = Map.of("language", "en", "channels", List.of(), "quietFrom", 0, "quietTo", 0);
        add(
                "PUT /api/v1/notices/preferences",
                (_, _) -> asked(put("/api/v1/notices/preferences", wanted)));
        add(
                "PUT /api/v1/notices/failures/{id}/retry",
                (_, _) -> asked(put("/api/v1/notices/failures/999999/retry", Map.of())));
        add(
                "PUT /api/v1/notices/stop",
                (_, _) -> asked(put("/api/v1/notices/stop", Map.of("token", "none.ours"))));
        add(
                "PUT /api/v1/notices/read",
                (_, _) -> asked(put("/api/v1/notices/read", Map.of("upTo", 1))));
    }

    private void passkeys() {
        var own = "/api/v1/factors/passkeys";
        for (var address : List.of("/api/v1/session/ways", own)) {
            add("GET " + address, (_, _) -> asked(get(address)));
        }
        for (var address : List.of("/api/v1/session/passkey/challenge", own + "/challenge")) {
            add("POST " + address, (_, _) -> asked(post(address, Map.of())));
        }
        var shown =
                Map.of(
                        "credentialId", "AAAA",
                        "clientData", "AAAA",
                        "authenticatorData", "AAAA",
                        "signature", "AAAA");
        for (var address : List.of("/api/v1/session/passkey", own + "/shown")) {
            add("POST " + address, (_, _) -> asked(post(address, shown)));
        }
        var made = Map.of("name", "key", "clientData", "AAAA", "attestation", "AAAA");
        add("POST " + own, (_, _) -> asked(post(own, made)));
        add("PUT " + own + "/{id}", (_, _) -> asked(put(own + "/999999", Map.of("name", "key"))));
        add("DELETE " + own + "/{id}", (_, _) -> asked(delete(own + "/999999")));
    }

    private void provider() {
        var session = "/api/v1/session/provider";
        add("POST " + session + "/journey", (_, _) -> asked(post(session + "/journey", Map.of())));
        var back = Map.of("code", "no code", "state", "no state");
        add("POST " + session, (_, _) -> asked(post(session, back)));
        var link = "/api/v1/accounts/{id}/provider";
        add("GET " + link, (_, at) -> account(at, id -> get(link.replace("{id}", id))));
        add(
                "PUT " + link,
                (_, at) ->
                        account(
                                at,
                                id -> put(link.replace("{id}", id), Map.of("subject", RANDOM))));
        add("DELETE " + link, (_, at) -> account(at, id -> delete(link.replace("{id}", id))));
    }

    private void rosters() {
        for (var address : List.of("/api/v1/oncall/orders", "/api/v1/oncall/unanswered")) {
            add("GET " + address, (_, _) -> asked(get(address)));
        }
        var all = "/api/v1/rosters";
        add("GET " + all, (_, _) -> asked(get(all)));
        add("GET " + all + "/{holder}", (_, at) -> roster(at, holder -> get(all + "/" + holder)));
        add(
                "PUT " + all + "/{holder}/turns",
                (_, at) ->
                        roster(at, of -> put(all + "/" + of + "/turns", once("turns", List.of()))));
        add(
                "POST " + all + "/{holder}/notes",
                (_, at) ->
                        roster(at, of -> post(all + "/" + of + "/notes", once("note", "quiet"))));
        add(
                "POST " + all + "/{holder}/take-over",
                (_, at) -> roster(at, of -> post(all + "/" + of + "/take-over", once("", ""))));
    }

    private void premises() {
        var all = "/api/v1/premises";
        add("GET " + all + "/checklists", (_, _) -> asked(get(all + "/checklists")));
        add("GET " + all, (_, _) -> asked(get(all)));
        add(
                "POST " + all,
                (_, at) ->
                        hidden(
                                post(all, Things.inspection(Ground.cell(at))),
                                post(all, Things.inspection(RANDOM_AREA)),
                                Ground.cell(at),
                                RANDOM_AREA));
        add("GET " + all + "/{id}", (_, at) -> inspection(at, id -> get(all + "/" + id)));
        add(
                "POST " + all + "/{id}/steps",
                (_, at) ->
                        inspection(
                                at,
                                id ->
                                        post(
                                                all + "/" + id + "/steps",
                                                Map.of(
                                                        "opId",
                                                        UUID.randomUUID(),
                                                        "step",
                                                        "cancel",
                                                        "version",
                                                        99))));
    }

    private void mediations() {
        var all = "/api/v1/mediations";
        add("GET " + all, (_, _) -> asked(get(all)));
        add("GET " + all + "/waiting", (_, _) -> asked(get(all + "/waiting")));
        add("POST " + all, (_, _) -> asked(post(all, Things.mediation(Relation.OWN))));
        add(
                "POST " + all + "/codes",
                (_, _) -> asked(post(all + "/codes", once("invitation", RANDOM_CODE))));
        add("GET " + all + "/{id}", (_, at) -> mediation(at, id -> get(all + "/" + id)));
        add(
                "POST " + all + "/{id}/taking",
                (_, at) -> mediation(at, id -> post(all + "/" + id + "/taking", once("", ""))));
        add(
                "POST " + all + "/{id}/invitations",
                (_, at) ->
                        mediation(at, id -> post(all + "/" + id + "/invitations", once("", ""))));
        add(
                "POST " + all + "/{id}/steps",
                (_, at) ->
                        mediation(
                                at, id -> post(all + "/" + id + "/steps", once("step", "accept"))));
        add("GET " + all + "/own/{code}", (_, _) -> asked(get(all + "/own/" + RANDOM_CODE)));
        add(
                "POST " + all + "/own/{code}/steps",
                (_, _) ->
                        asked(post(all + "/own/" + RANDOM_CODE + "/steps", once("step", "agree"))));
    }

    /** One that waits, for each time that it is asked for. */
    private Probe mediation(Relation at, Function<String, Request> request) {
        var id = things.asked(at);
        return hidden(request.apply(id), request.apply(RANDOM.toString()), id, RANDOM.toString());
    }

    private Probe inspection(Relation at, Function<String, Request> request) {
        var id = things.inspection(at);
        return hidden(request.apply(id), request.apply(RANDOM.toString()), id, RANDOM.toString());
    }

    private static Map<String, Object> once(String field, Object said) {
        var body = new HashMap<String, Object>(Map.of("opId", UUID.randomUUID()));
        if (!field.isEmpty()) {
            body.put(field, said);
        }
        return body;
    }

    private static Probe roster(Relation at, Function<String, Request> request) {
        var unit = at == Relation.FOREIGN ? Ground.OTHER_UNIT : Ground.OWN_UNIT;
        return hidden(request.apply(unit), request.apply("M-NONE"), unit, "M-NONE");
    }

    private Probe invitation(Relation at) {
        var id = crowd.account(Crowd.post("grid_member", Ground.areaPath(at)));
        var random = "matrix:" + RANDOM;
        return hidden(invitationFor(id), invitationFor(random), id, random);
    }

    private static Request invitationFor(String account) {
        return post(
                "/api/v1/devices/invitations",
                Map.of("opId", UUID.randomUUID(), "accountId", account));
    }

    private void administration() {
        add(
                "GET /api/v1/accounts",
                (_, at) ->
                        asked(
                                get("/api/v1/accounts?limit=200"),
                                get(
                                        "/api/v1/accounts?limit=200&cursor="
                                                + accountAt(at).substring(0, 20))));
        add(
                "POST /api/v1/accounts @posts",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/accounts",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "id",
                                                "made:" + UUID.randomUUID(),
                                                "name",
                                                "made",
                                                "posts",
                                                List.of(
                                                        postAt("viewer", Relation.OWN),
                                                        postAt("viewer", at))))));
        add(
                "DELETE /api/v1/accounts/{id}",
                (_, at) -> account(at, id -> delete("/api/v1/accounts/" + id)));
        add(
                "PUT /api/v1/accounts/{id}/posts",
                (_, at) ->
                        account(
                                at,
                                id ->
                                        put(
                                                "/api/v1/accounts/" + id + "/posts",
                                                Map.of(
                                                        "opId", UUID.randomUUID(),
                                                        "posts",
                                                                List.of(
                                                                        postAt(
                                                                                "viewer",
                                                                                Relation.OWN))))));
        add(
                "PUT /api/v1/accounts/{id}/posts @posts",
                (_, at) ->
                        asked(
                                put(
                                        "/api/v1/accounts/" + accountAt(Relation.OWN) + "/posts",
                                        Map.of(
                                                "opId", UUID.randomUUID(),
                                                "posts",
                                                        List.of(
                                                                postAt("viewer", Relation.OWN),
                                                                postAt("viewer", at))))));
        add(
                "POST /api/v1/accounts/{id}/sign-in-link",
                (_, at) ->
                        account(
                                at,
                                id ->
                                        post(
                                                "/api/v1/accounts/" + id + "/sign-in-link",
                                                Map.of("opId", UUID.randomUUID()))));
        add(
                "GET /api/v1/tokens",
                (_, at) ->
                        asked(
                                get("/api/v1/tokens?limit=200"),
                                get("/api/v1/tokens?limit=200&cursor=" + (tokenAt(at) - 1))));
        add(
                "POST /api/v1/tokens",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/tokens",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "name",
                                                "made",
                                                "role",
                                                "viewer",
                                                "areaCode",
                                                Ground.area(at)))));
        add(
                "DELETE /api/v1/tokens/{id}",
                (_, at) -> {
                    var id = String.valueOf(tokenAt(at));
                    return hidden(
                            delete("/api/v1/tokens/" + id),
                            delete("/api/v1/tokens/999999999"),
                            id,
                            "999999999");
                });
        add(
                "POST /api/v1/imports/{kind}",
                (_, at) ->
                        asked(
                                new Request(
                                        "POST",
                                        "/api/v1/imports/units?dryRun=true",
                                        "text/csv",
                                        ("unit_code,name,kind,area_code\nX-1,x,department,"
                                                        + Ground.area(at)
                                                        + "\n")
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8))));
        add(
                "GET /api/v1/exports/{kind}",
                (_, _) ->
                        asked(
                                get("/api/v1/exports/divisions"), get("/api/v1/exports/units"),
                                get("/api/v1/exports/staff"), get("/api/v1/exports/cases"),
                                get("/api/v1/exports/case-events"), get("/api/v1/exports/calendar"),
                                get("/api/v1/exports/matters"), get("/api/v1/exports/conditions")));
    }

    private void cases() {
        add(
                "GET /api/v1/cases",
                (_, at) ->
                        asked(
                                get("/api/v1/cases?limit=200&area=" + Ground.area(at)),
                                get("/api/v1/cases?text=" + thing(at).caseNo()),
                                get("/api/v1/cases?text=" + thing(at).names()),
                                get(
                                        "/api/v1/cases?unit="
                                                + (at == Relation.OWN
                                                        ? Ground.OWN_UNIT
                                                        : Ground.OTHER_UNIT)),
                                get(
                                        "/api/v1/cases?bbox="
                                                + (Ground.lon(at) - 0.004)
                                                + ",25,"
                                                + (Ground.lon(at) + 0.004)
                                                + ",25.01"),
                                get("/api/v1/cases?limit=200")));
        add("GET /api/v1/cases/{caseNo}", (_, at) -> theCase(at, no -> get("/api/v1/cases/" + no)));
        add(
                "POST /api/v1/cases/{caseNo}/steps",
                (_, at) -> theCase(at, no -> post("/api/v1/cases/" + no + "/steps", stale())));
        add(
                "POST /api/v1/cases/{caseNo}/steps @into",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/cases/" + thing(Relation.OWN).caseNo() + "/steps",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "version",
                                                999,
                                                "step",
                                                "merge",
                                                "into",
                                                thing(at).caseNo()))));
        add(
                "POST /api/v1/cases/{caseNo}/steps @photo",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/cases/" + thing(Relation.OWN).caseNo() + "/steps",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "version",
                                                999,
                                                "step",
                                                "handle",
                                                "answer",
                                                "x",
                                                "photoIds",
                                                List.of(thing(at).photoId())))));
        add(
                "POST /api/v1/operations @steps",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/operations",
                                        Map.of(
                                                "operations",
                                                List.of(item(Relation.OWN), item(at))))));
        add(
                "GET /api/v1/map/cells",
                (_, at) ->
                        asked(
                                get("/api/v1/map/cells"),
                                get("/api/v1/map/cells?area=" + Ground.area(at))));
    }

    private void photos() {
        add(
                "GET /api/v1/photos/{photoId}",
                (_, at) ->
                        hidden(
                                get("/api/v1/photos/" + thing(at).photoId()),
                                get("/api/v1/photos/" + RANDOM),
                                thing(at).photoId(),
                                RANDOM.toString()));
        add("POST /api/v1/photos", (_, _) -> asked(Things.photo()));
    }

    private void figures() {
        add(
                "GET /api/v1/indicators",
                (_, at) -> area(at, code -> get("/api/v1/indicators?by=grid&area=" + code)));
        add(
                "GET /api/v1/indicators/cases",
                (_, at) ->
                        area(
                                at,
                                code ->
                                        get(
                                                "/api/v1/indicators/cases?name=filed&limit=200&area="
                                                        + code)));
        add(
                "GET /api/v1/indicators/board",
                (_, at) -> area(at, code -> get("/api/v1/indicators/board?by=grid&area=" + code)));
        add(
                "GET /api/v1/indicators/funnel",
                (_, at) ->
                        area(
                                at,
                                code ->
                                        get(
                                                "/api/v1/indicators/funnel?name=filed_rate&area="
                                                        + code)));
        add(
                "GET /api/v1/indicators/attribution",
                (_, at) -> area(at, code -> get("/api/v1/indicators/attribution?area=" + code)));
        add(
                "GET /api/v1/indicators/attribution/cases",
                (_, at) ->
                        area(
                                at,
                                code ->
                                        get(
                                                "/api/v1/indicators/attribution/cases?unit=office&area="
                                                        + code)));
        add(
                "GET /api/v1/indicators/objections",
                (_, _) -> asked(get("/api/v1/indicators/objections")));
        add(
                "POST /api/v1/indicators/objections",
                (_, at) ->
                        area(
                                at,
                                code ->
                                        post(
                                                "/api/v1/indicators/objections",
                                                Map.of(
                                                        "opId",
                                                        UUID.randomUUID(),
                                                        "name",
                                                        "filed",
                                                        "area",
                                                        code,
                                                        "reason",
                                                        "少算了一件"))));
        add(
                "POST /api/v1/indicators/objections/{id}/answer",
                (_, _) ->
                        asked(
                                post(
                                        "/api/v1/indicators/objections/"
                                                + UUID.randomUUID()
                                                + "/answer",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "upheld",
                                                false,
                                                "answer",
                                                "口径如此"))));
        add("GET /api/v1/indicators/boards", (_, _) -> asked(get("/api/v1/indicators/boards")));
        add(
                "PUT /api/v1/indicators/boards/{role}",
                (_, _) ->
                        asked(put("/api/v1/indicators/boards/viewer", Map.of("names", List.of()))));
        add("GET /api/v1/people", (_, at) -> asked(get("/api/v1/people?area=" + Ground.area(at))));
        add("GET /api/v1/units", (_, _) -> asked(get("/api/v1/units")));
    }

    private void open() {
        for (var address :
                List.of(
                        "/api/v1/indicators/definitions",
                        "/api/v1/map/base",
                        "/api/v1/map/roads",
                        "/api/v1/matters",
                        "/health",
                        "/api/v1/charter",
                        "/api/v1/audit",
                        "/api/v1/audit/check",
                        "/api/v1/session")) {
            add("GET " + address, (_, _) -> asked(get(address)));
        }
        add("GET /api/v1/cells", (_, at) -> asked(get("/api/v1/cells?area=" + Ground.area(at))));
        add(
                "GET /api/v1/divisions",
                (_, at) ->
                        asked(
                                get("/api/v1/divisions"),
                                get("/api/v1/divisions?code=" + Ground.area(at)),
                                get("/api/v1/divisions?parent=" + Ground.area(at)),
                                get("/api/v1/divisions?under=" + Ground.area(at))));
        add(
                "GET /api/v1/locate",
                (_, at) ->
                        asked(get("/api/v1/locate?lon=" + Ground.lon(at) + "&lat=" + Ground.LAT)));
        add(
                "POST /api/v1/locate",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/locate",
                                        Map.of(
                                                "points",
                                                List.of(List.of(Ground.lon(at), Ground.LAT))))));
        add(
                "GET /tiles/cells/{scheme}/{zoom}/{column}/{row}.mvt",
                (_, _) -> asked(get("/tiles/cells/master/0/0/0.mvt")));
        add(
                "POST /api/v1/session",
                (_, _) -> asked(post("/api/v1/session", Map.of("code", "not a code"))));
        add(
                "POST /api/v1/setup",
                (_, _) -> asked(post("/api/v1/setup", Map.of("code", "not a code", "name", "x"))));
        add("DELETE /api/v1/session", (_, _) -> asked(delete("/api/v1/session")));
    }

    private void reporters() {
        add(
                "POST /api/v1/reports",
                (_, _) ->
                        asked(
                                post(
                                        "/api/v1/reports",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "text",
                                                "matrix",
                                                "source",
                                                "resident",
                                                "photoIds",
                                                List.of()))));
        add(
                "POST /api/v1/reports @photo",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/reports",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "text",
                                                "matrix",
                                                "source",
                                                "resident",
                                                "photoIds",
                                                List.of(thing(at).photoId())))));
        add(
                "GET /api/v1/reports/similar",
                (_, at) ->
                        asked(
                                get(
                                        "/api/v1/reports/similar?lon="
                                                + Ground.lon(at)
                                                + "&lat="
                                                + Ground.LAT
                                                + "&matter="
                                                + Things.MATTER)));
        add("GET /api/v1/held", (_, _) -> asked(get("/api/v1/held")));
        add(
                "GET /api/v1/tracking/{code}",
                (_, at) -> asked(get("/api/v1/tracking/" + thing(at).trackingCode())));
        add(
                "GET /api/v1/tracking/{code} @unknown",
                (_, _) -> asked(get("/api/v1/tracking/" + RANDOM_CODE)));
        add(
                "POST /api/v1/tracking/{code}/steps",
                (_, at) ->
                        asked(
                                post(
                                        "/api/v1/tracking/" + thing(at).trackingCode() + "/steps",
                                        rating())));
        add(
                "GET /api/v1/tracking/{code}/photos/{photoId}",
                (_, at) ->
                        hidden(
                                get(
                                        "/api/v1/tracking/"
                                                + thing(Relation.OWN).trackingCode()
                                                + "/photos/"
                                                + thing(at).photoId()),
                                get(
                                        "/api/v1/tracking/"
                                                + thing(Relation.OWN).trackingCode()
                                                + "/photos/"
                                                + RANDOM),
                                thing(at).photoId(),
                                RANDOM.toString()));
    }

    private Thing thing(Relation at) {
        return things.at(at);
    }

    private String accountAt(Relation at) {
        return crowd.account(Crowd.post("viewer", Ground.areaPath(at)));
    }

    private long tokenAt(Relation at) {
        return crowd.token(Crowd.post("viewer", Ground.areaPath(at))).id();
    }

    private Probe account(Relation at, java.util.function.Function<String, Request> request) {
        var id = accountAt(at);
        var random = "matrix:" + RANDOM;
        return hidden(request.apply(id), request.apply(random), id, random);
    }

    private static Probe area(Relation at, java.util.function.Function<String, Request> request) {
        return hidden(
                request.apply(Ground.area(at)),
                request.apply(RANDOM_AREA),
                Ground.area(at),
                RANDOM_AREA);
    }

    private Probe theCase(Relation at, java.util.function.Function<String, Request> request) {
        var no = thing(at).caseNo();
        return hidden(request.apply(no), request.apply(RANDOM_CASE), no, RANDOM_CASE);
    }

    private static Map<String, Object> postAt(String role, Relation at) {
        return Map.of("role", role, "areaCode", Ground.area(at));
    }

    /** A step that nobody can take any more, so that it changes nothing. */
    private static Map<String, Object> stale() {
        return Map.of("opId", UUID.randomUUID(), "version", 999, "step", "accept");
    }

    private Map<String, Object> item(Relation at) {
        return Map.of(
                "opId",
                UUID.randomUUID(),
                "kind",
                "step",
                "body",
                Map.of("caseNo", thing(at).caseNo(), "version", 999, "step", "accept"));
    }

    private static Map<String, Object> rating() {
        return Map.of("opId", UUID.randomUUID(), "step", "rate", "score", 3, "photoIds", List.of());
    }
}
