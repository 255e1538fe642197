package org.linli.trust;

import static org.linli.trust.Wire.Request.get;
import static org.linli.trust.Wire.Request.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How crossings of grids are asked, and the duty list: for what is another's, or is not there. */
final class DutyProbes {

    private static final String DUTIES = "/api/v1/duties";
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    private DutyProbes() {}

    static void addTo(Probes probes) {
        for (var address : List.of("", "/applications", "/tasks")) {
            probes.add("GET " + DUTIES + address, (_, _) -> Probes.asked(get(DUTIES + address)));
        }
        probes.add(
                "GET " + DUTIES + "/burden",
                (_, at) -> Probes.asked(get(DUTIES + "/burden?area=" + Ground.area(at))));
        probes.add(
                "GET /api/v1/crossings",
                (_, at) ->
                        Probes.asked(
                                get(
                                        "/api/v1/crossings?lat=%s&lon=%s"
                                                .formatted(Ground.LAT, Ground.lon(at)))));
        probes.add(
                "GET /api/v1/crossings/conflicts",
                (_, at) ->
                        Probes.asked(get("/api/v1/crossings/conflicts?area=" + Ground.area(at))));
        var entry = DUTIES + "/applications/{entryId}";
        probes.add(
                "GET " + entry + "/forecast",
                (_, _) -> Probes.asked(get(filled(entry) + "/forecast")));
        ask(probes, entry + "/decision", Map.of("opId", UUID.randomUUID(), "approve", true));
        ask(probes, DUTIES + "/applications", application());
        ask(
                probes,
                DUTIES + "/tasks",
                Map.of(
                        "opId",
                        UUID.randomUUID(),
                        "entryId",
                        NOTHING,
                        "title",
                        "x",
                        "areaCode",
                        Ground.OWN,
                        "dueOn",
                        "2099-01-01"));
        ask(
                probes,
                DUTIES + "/tasks/{taskId}/answers",
                Map.of("opId", UUID.randomUUID(), "gridCode", Ground.OWN + "001", "done", true));
    }

    private static Map<String, Object> application() {
        return Map.ofEntries(
                Map.entry("opId", UUID.randomUUID()),
                Map.entry("unitCode", Ground.OTHER_UNIT),
                Map.entry("areaCode", Ground.OWN),
                Map.entry("title", "x"),
                Map.entry("basis", "x"),
                Map.entry("form", "visit"),
                Map.entry("times", 1),
                Map.entry("every", "year"),
                Map.entry("perHousehold", false),
                Map.entry("minutes", 5),
                Map.entry("roles", List.of("grid_member")),
                Map.entry("means", "x"),
                Map.entry("endsOn", "2099-01-01"));
    }

    private static void ask(Probes probes, String operation, Map<String, ?> body) {
        probes.add("POST " + operation, (_, _) -> Probes.asked(post(filled(operation), body)));
    }

    private static String filled(String address) {
        return address.replaceAll("\\{[^}]+}", NOTHING);
    }
}
