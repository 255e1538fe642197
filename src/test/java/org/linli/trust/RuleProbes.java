package org.linli.trust;

import static org.linli.trust.Wire.Request.delete;
import static org.linli.trust.Wire.Request.get;
import static org.linli.trust.Wire.Request.post;
import static org.linli.trust.Wire.Request.put;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.rules.Rules;
import org.linli.trust.Oracle.Relation;
import org.linli.trust.Probes.Probe;
import org.linli.trust.Wire.Request;

/** How the routes about the rules of districts are asked. */
final class RuleProbes {

    private static final String RULES = "/api/v1/rules";
    private static final String NO_DRAFT = RULES + "/drafts/999999999";

    private RuleProbes() {}

    static void addTo(Probes all) {
        all.add("GET /api/v1/rules/stages", (_, _) -> probe(get(RULES + "/stages")));
        all.add("GET /api/v1/rules", (_, at) -> probe(get(RULES + "?district=" + area(at))));
        all.add(
                "GET /api/v1/rules/versions/{no}",
                (_, at) -> probe(get(RULES + "/versions/0?district=" + area(at))));
        all.add(
                "POST /api/v1/rules/drafts",
                (_, at) -> probe(post(RULES + "/drafts", draft(Map.of("district", area(at))))));
        all.add("GET /api/v1/rules/drafts/{id}", (_, _) -> probe(get(NO_DRAFT)));
        all.add(
                "PUT /api/v1/rules/drafts/{id}",
                (_, _) -> probe(put(NO_DRAFT, draft(Map.of("version", 1)))));
        all.add("DELETE /api/v1/rules/drafts/{id}", (_, _) -> probe(delete(NO_DRAFT)));
        all.add(
                "GET /api/v1/rules/drafts/{id}/preview",
                (_, _) -> probe(get(NO_DRAFT + "/preview")));
        all.add("GET /api/v1/rules/drafts/{id}/trial", (_, _) -> probe(get(NO_DRAFT + "/trial")));
        all.add(
                "POST /api/v1/rules/drafts/{id}/enactment",
                (_, _) ->
                        probe(
                                post(
                                        NO_DRAFT + "/enactment",
                                        Map.of(
                                                "opId",
                                                UUID.randomUUID(),
                                                "version",
                                                1,
                                                "effectiveFrom",
                                                "2099-01-01"))));
    }

    private static Map<String, Object> draft(Map<String, Object> about) {
        var body = new java.util.HashMap<>(about);
        body.putAll(Map.of("opId", UUID.randomUUID(), "name", "matrix", "rules", Rules.USUAL));
        return body;
    }

    private static String area(Relation at) {
        return Ground.area(at);
    }

    private static Probe probe(Request request) {
        return new Probe(List.of(request), List.of(), List.of());
    }
}
