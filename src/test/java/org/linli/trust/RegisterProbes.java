package org.linli.trust;

import static org.linli.trust.Wire.Request.delete;
import static org.linli.trust.Wire.Request.get;
import static org.linli.trust.Wire.Request.post;

import java.util.Map;
import java.util.UUID;
import org.linli.trust.Wire.Request;

/**
 * How the register, the keys and residents' own pages are asked, for things that do not exist: who
 * sees what of whom there is told by the register's own tests.
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
