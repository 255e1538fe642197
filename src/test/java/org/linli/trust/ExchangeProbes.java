package org.linli.trust;

import static org.linli.trust.Wire.Request.get;
import static org.linli.trust.Wire.Request.post;
import static org.linli.trust.Wire.Request.put;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.trust.Wire.Request;

/** How clients of others ask: by Open311, and by OGC API Features. */
final class ExchangeProbes {

    private static final String V2 = "/open311/v2";
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";
    private static final String OGC = "/ogc";

    private ExchangeProbes() {}

    static void addTo(Probes probes) {
        open311(probes);
        features(probes);
        systems(probes);
    }

    private static void systems(Probes probes) {
        var system = "/api/v1/systems/{code}";
        var one = "/api/v1/systems/none";
        for (var part : List.of("/codes", "/webhook", "/webhook/secret")) {
            open(probes, system + part, one + part);
        }
        for (var list : List.of("/api/v1/systems", "/api/v1/quarantine", "/api/v1/deliveries")) {
            open(probes, list, list);
        }
        probes.add(
                "PUT " + system,
                (_, _) -> Probes.asked(put(one, once("name", "none", "source", "none"))));
        probes.add(
                "PUT " + system + "/codes",
                (_, _) -> Probes.asked(put(one + "/codes", once("codes", List.of()))));
        probes.add(
                "PUT " + system + "/webhook",
                (_, _) ->
                        Probes.asked(
                                put(
                                        one + "/webhook",
                                        once("url", "https://none.example/", "active", true))));
        probes.add(
                "POST " + system + "/reports",
                (_, _) -> Probes.asked(post(one + "/reports", Map.of("reports", List.of()))));
        probes.add(
                "POST /api/v1/quarantine/{id}/settlement",
                (_, _) ->
                        Probes.asked(
                                post(
                                        "/api/v1/quarantine/" + NOTHING + "/settlement",
                                        once("outcome", "release"))));
        probes.add(
                "POST /api/v1/deliveries/{id}/retry",
                (_, _) -> Probes.asked(post("/api/v1/deliveries/" + NOTHING + "/retry", once())));
    }

    private static Map<String, Object> once(Object... fields) {
        var body = new HashMap<String, Object>(Map.of("opId", UUID.randomUUID()));
        for (var field = 0; field < fields.length; field += 2) {
            body.put((String) fields[field], fields[field + 1]);
        }
        return body;
    }

    private static void open311(Probes probes) {
        for (var list : List.of("discovery", "services", "requests")) {
            open(probes, V2 + "/" + list, V2 + "/" + list);
            open(probes, V2 + "/" + list + ".{format}", V2 + "/" + list + ".json");
        }
        open(probes, V2 + "/services/{code}", V2 + "/services/" + Things.MATTER + ".json");
        open(probes, V2 + "/tokens/{token}", V2 + "/tokens/00000000000000000.json");
        probes.add(
                "GET " + V2 + "/requests/{id}",
                (_, at) -> Probes.asked(get(V2 + "/requests/" + probes.caseAt(at) + ".json")));
        probes.add("POST " + V2 + "/requests", (_, _) -> Probes.asked(form("/requests")));
        probes.add(
                "POST " + V2 + "/requests.{format}",
                (_, _) -> Probes.asked(form("/requests.json")));
    }

    private static Request form(String path) {
        var fields =
                "service_code="
                        + Things.MATTER
                        + "&address_string=matrix&description=matrix&attribute[HOW]=out";
        return new Request(
                "POST",
                V2 + path,
                "application/x-www-form-urlencoded",
                fields.getBytes(StandardCharsets.UTF_8));
    }

    private static void features(Probes probes) {
        for (var page : List.of("", "/conformance", "/api", "/collections")) {
            open(probes, OGC + page, OGC + page);
        }
        var collection = "/collections/{collection}";
        open(probes, OGC + collection, OGC + "/collections/cases");
        open(probes, OGC + collection + "/items", OGC + "/collections/cases/items?limit=1000");
        probes.add(
                "GET " + OGC + collection + "/items/{id}",
                (_, at) ->
                        Probes.asked(get(OGC + "/collections/cases/items/" + probes.caseAt(at))));
    }

    private static void open(Probes probes, String route, String address) {
        probes.add("GET " + route, (_, _) -> Probes.asked(get(address)));
    }
}
