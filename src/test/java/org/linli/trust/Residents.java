package org.linli.trust;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.linli.trust.Crowd.Caller;
import org.linli.trust.Oracle.Relation;
import org.linli.trust.Wire.Request;

/** Who lives in each area that has cells, and what somebody else has opened of them already. */
final class Residents {

    private static final String REGISTER = "/api/v1/register";

    /**
     * @param opened by a colleague there, for a reason
     */
    record Resident(String personId, String phone, String opened, String mark) {

        /** The planted words, by the class of fields that holds them. */
        Map<String, List<String>> canaries() {
            return Map.of(
                    "person", List.of(personId),
                    "home", List.of("home-" + mark),
                    "phone", List.of(phone));
        }
    }

    private final Wire wire;
    private final Map<Relation, Resident> residents = new EnumMap<>(Relation.class);

    Residents(Wire wire, Crowd crowd) {
        this.wire = wire;
        for (var relation : Relation.values()) {
            if (!Ground.cell(relation).isEmpty()) {
                var post = Crowd.post("grid_member", Ground.areaPath(relation));
                var clerk = crowd.signedIn("clerk", crowd.account(post));
                residents.put(relation, movedIn(relation, clerk));
            }
        }
    }

    /** Nobody lives in what lies above: whoever is asked for there lives in one's own area. */
    Resident at(Relation relation) {
        var own = Objects.requireNonNull(residents.get(Relation.OWN));
        return residents.getOrDefault(relation, own);
    }

    Map<String, List<String>> canariesAt(Relation relation) {
        var resident = residents.get(relation);
        return resident == null ? Map.of() : resident.canaries();
    }

    /** A record of somebody that this caller has opened, or one that does not exist. */
    String openedBy(Caller caller, Relation relation) {
        var asked = opening(at(relation).personId());
        var answer = wire.send(asked, caller.signed(asked, wire.url(asked)));
        return answer.status() == 201
                ? answer.json().path("openingId").asString()
                : UUID.randomUUID().toString();
    }

    static Request opening(String personId) {
        return Request.post(
                REGISTER + "/openings",
                Map.of("opId", UUID.randomUUID(), "personId", personId, "reason", "居民来电询问补贴的办理进度"));
    }

    private Resident movedIn(Relation relation, Caller clerk) {
        var mark = UUID.randomUUID().toString().substring(0, 12);
        var phone = "1391" + "%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
        var household =
                entered(
                        clerk,
                        "/households",
                        Map.of(
                                "number", "M" + mark,
                                "gridCode", Ground.cell(relation),
                                "address", "home-" + mark));
        var notice =
                entered(
                        clerk,
                        "/households/" + household + "/notices",
                        Map.of("version", "N1", "manner", "paper", "language", "zh"));
        var person =
                entered(
                        clerk,
                        "/households/" + household + "/persons",
                        Map.of("noticeId", notice, "name", "张三丰", "phone", phone));
        var opened = wire.send(opening(person), clerk.headers());
        return new Resident(person, phone, opened.json().path("openingId").asString(), mark);
    }

    private String entered(Caller clerk, String path, Map<String, ?> said) {
        var body = new HashMap<String, Object>(said);
        body.put("opId", UUID.randomUUID());
        var answer = wire.send(Request.post(REGISTER + path, body), clerk.headers());
        if (answer.status() != 201) {
            throw new IllegalStateException(path + " → " + answer.status() + answer.body());
        }
        return answer.json().path("id").asString();
    }
}
