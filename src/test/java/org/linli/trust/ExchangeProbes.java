package org.linli.trust;

import static org.linli.trust.Wire.Request.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.linli.trust.Wire.Request;

/** How clients of others ask: by Open311, and by OGC API Features. */
final class ExchangeProbes {

    private static final String V2 = "/open311/v2";
    private static final String OGC = "/ogc";

    private ExchangeProbes() {}

    static void addTo(Probes probes) {
        open311(probes);
        features(probes);
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
