package org.linli.trust;

import static org.linli.trust.Wire.Request.delete;
import static org.linli.trust.Wire.Request.get;
import static org.linli.trust.Wire.Request.post;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.linli.trust.Crowd.Caller;
import org.linli.trust.Oracle.Relation;
import org.linli.trust.Wire.Request;

/**
 * How the register, the keys and residents' own pages are asked: for things that do not exist, and
 * for people and records that do, with a purpose that does not hold.
 */
final class RegisterProbes {

    private static final String REGISTER = "/api/v1/register";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private RegisterProbes() {}

    static void addTo(Probes probes) {
        lookUps(probes);
        entries(probes);
        desks(probes);
        residents(probes);
        purposes(probes);
    }

    /** People who are there, opened by the caller or by somebody else, for this and for that. */
    private static void purposes(Probes probes) {
        probes.add(
                "POST /api/v1/register/look-ups @person",
                (_, at) ->
                        Probes.asked(
                                post(
                                        REGISTER + "/look-ups",
                                        Map.of("phone", probes.residents().at(at).phone()))));
        probes.add(
                "POST /api/v1/register/openings @person",
                (_, at) -> {
                    var id = probes.residents().at(at).personId();
                    return Probes.hidden(
                            Residents.opening(id), Residents.opening(NOBODY), id, NOBODY);
                });
        probes.add(
                "POST /api/v1/register/openings @case",
                (_, at) ->
                        Probes.asked(
                                post(
                                        REGISTER + "/openings",
                                        Map.of(
                                                "opId", UUID.randomUUID(),
                                                "personId",
                                                        probes.residents()
                                                                .at(Relation.OWN)
                                                                .personId(),
                                                "caseNo", probes.caseAt(at)))));
        record(probes, " @others", (_, at) -> probes.residents().at(at).opened());
        record(probes, " @own", (caller, at) -> probes.residents().openedBy(caller, at));
        record(
                probes,
                " @expired",
                (caller, at) -> {
                    var id = probes.residents().openedBy(caller, at);
                    probes.expire(id);
                    return id;
                });
        reporter(probes, " @over", probes::overCaseAt, "name");
        // who reported left no telephone: there is nothing to see, but whoever may is let in
        reporter(probes, " @phone", probes::caseAt, "phone");
    }

    private static void record(
            Probes probes, String which, BiFunction<Caller, Relation, String> opened) {
        probes.add(
                "GET /api/v1/register/openings/{openingId}" + which,
                (caller, at) -> {
                    var id = opened.apply(caller, at);
                    return Probes.hidden(
                            get(REGISTER + "/openings/" + id),
                            get(REGISTER + "/openings/" + NOBODY),
                            id,
                            NOBODY);
                });
        probes.add(
                "POST /api/v1/register/openings/{openingId}/unmask" + which,
                (caller, at) -> {
                    var id = opened.apply(caller, at);
                    var field = Map.of("field", "name");
                    return Probes.hidden(
                            post(REGISTER + "/openings/" + id + "/unmask", field),
                            post(REGISTER + "/openings/" + NOBODY + "/unmask", field),
                            id,
                            NOBODY);
                });
    }

    private static void reporter(
            Probes probes, String which, Function<Relation, String> caseNo, String part) {
        probes.add(
                "POST /api/v1/cases/{caseNo}/reporter" + which,
                (_, at) ->
                        Probes.asked(
                                post(
                                        "/api/v1/cases/" + caseNo.apply(at) + "/reporter",
                                        Map.of("part", part))));
    }

    private static void lookUps(Probes probes) {
        ask(probes, "POST", "/look-ups", Map.of("phone", "10000000000"));
        ask(
                probes,
                "POST",
                "/openings",
                Map.of("opId", UUID.randomUUID(), "personId", NOBODY, "reason", "居民来电询问补贴的办理进度"));
        ask(probes, "GET", "/openings/{openingId}", Map.of());
        ask(probes, "POST", "/openings/{openingId}/unmask", Map.of("field", "phone"));
        ask(probes, "GET", "/reviews", Map.of());
        ask(
                probes,
                "POST",
                "/reviews/{openingId}",
                Map.of("opId", UUID.randomUUID(), "justified", true));
        probes.add(
                "POST /api/v1/cases/{caseNo}/reporter",
                (_, at) ->
                        Probes.asked(
                                post(
                                        "/api/v1/cases/" + probes.caseAt(at) + "/reporter",
                                        Map.of("part", "address"))));
    }

    private static void entries(Probes probes) {
        ask(probes, "POST", "/households/look-ups", Map.of("key", "nothing"));
        ask(
                probes,
                "POST",
                "/households",
                Map.of(
                        "opId", UUID.randomUUID(),
                        "number", "H1",
                        "gridCode", "nowhere",
                        "address", "x"));
        var id = UUID.randomUUID();
        ask(
                probes,
                "POST",
                "/households/{householdId}/notices",
                Map.of("opId", id, "version", "N1", "manner", "paper", "language", "zh"));
        ask(
                probes,
                "POST",
                "/households/{householdId}/persons",
                Map.of("opId", id, "noticeId", NOBODY, "name", "x"));
        ask(
                probes,
                "POST",
                "/households/{householdId}/consents",
                Map.of("opId", id, "noticeId", NOBODY, "purpose", "service"));
        ask(
                probes,
                "POST",
                "/households/{householdId}/consents/{consentId}/withdrawal",
                Map.of("opId", id));
        ask(
                probes,
                "POST",
                "/households/{householdId}/needs",
                Map.of(
                        "opId", id,
                        "kind", "x",
                        "clause", "x",
                        "noticeId", NOBODY,
                        "endsOn", "2030-01-01"));
        ask(probes, "POST", "/households/{householdId}/needs/{needId}/end", Map.of("opId", id));
        ask(
                probes,
                "POST",
                "/resident-codes",
                Map.of("opId", id, "personId", NOBODY, "idSeen", true));
    }

    private static void desks(Probes probes) {
        var said = Map.of("opId", UUID.randomUUID(), "text", "x");
        plain(probes, "GET /api/v1/privacy/alerts", Map.of());
        plain(probes, "POST /api/v1/privacy/alerts/{alertId}/outcome", said);
        plain(probes, "GET /api/v1/privacy/complaints", Map.of());
        plain(probes, "POST /api/v1/privacy/complaints/{complaintId}/answer", said);
        plain(probes, "GET /api/v1/keys", Map.of());
        plain(probes, "POST /api/v1/keys/renewals", Map.of("opId", UUID.randomUUID()));
    }

    private static void residents(Probes probes) {
        var opId = UUID.randomUUID();
        plain(probes, "POST /api/v1/resident/session", Map.of("code", "0000-0000-0000"));
        probes.add(
                "DELETE /api/v1/resident/session",
                (_, _) -> Probes.asked(delete("/api/v1/resident/session")));
        plain(probes, "GET /api/v1/resident/page", Map.of());
        plain(probes, "POST /api/v1/resident/complaints", Map.of("opId", opId, "lineId", NOBODY));
        plain(probes, "POST /api/v1/resident/needs/{needId}/end", Map.of("opId", opId));
    }

    private static void ask(Probes probes, String method, String path, Map<String, ?> body) {
        plain(probes, method + " " + REGISTER + path, body);
    }

    private static void plain(Probes probes, String operation, Map<String, ?> body) {
        var address =
                operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{\\w+}", NOBODY);
        probes.add(operation, (_, _) -> Probes.asked(request(operation, address, body)));
    }

    private static Request request(String operation, String address, Map<String, ?> body) {
        return operation.startsWith("GET") ? get(address) : post(address, body);
    }
}
