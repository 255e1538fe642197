package org.linli.trust;

import static org.linli.trust.Wire.Request.get;
import static org.linli.trust.Wire.Request.post;

import java.util.Map;
import java.util.UUID;

/** How what is drawn, seen and reviewed is asked for. */
final class CheckProbes {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private CheckProbes() {}

    static void addTo(Probes probes) {
        for (var address :
                new String[] {
                    "/checks/own",
                    "/checks/samples",
                    "/checks/visits",
                    "/checks/quality",
                    "/draws",
                    "/sign-reviews",
                    "/sign-reviews/own"
                }) {
            probes.add("GET /api/v1" + address, (_, _) -> Probes.asked(get("/api/v1" + address)));
        }
        probes.add(
                "GET /api/v1/draws/{day}", (_, _) -> Probes.asked(get("/api/v1/draws/2026-01-01")));
        probes.add(
                "POST /api/v1/checks/visits",
                (_, at) ->
                        Probes.asked(
                                post(
                                        "/api/v1/checks/visits",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "caseNo",
                                                probes.caseAt(at),
                                                "seen",
                                                "matrix",
                                                "agrees",
                                                true))));
        review(probes, "answer", Map.of("opId", UUID.randomUUID(), "answer", "matrix"));
        review(
                probes,
                "outcome",
                Map.of("opId", UUID.randomUUID(), "outcome", "nothing", "reason", "matrix"));
    }

    private static void review(Probes probes, String what, Map<String, ?> body) {
        probes.add(
                "POST /api/v1/sign-reviews/{id}/" + what,
                (_, _) -> Probes.asked(post("/api/v1/sign-reviews/" + NOBODY + "/" + what, body)));
    }
}
