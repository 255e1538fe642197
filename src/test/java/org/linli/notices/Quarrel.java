package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.linli.TestDistrict;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two who quarrel and their mediator, as they go through the API. */
final class Quarrel {

    static final String ALL = "/api/v1/mediations";

    private final MockMvcTester mvc;
    private final Staff staff;
    private final JsonMapper json;
    private final String mediator;

    /** Whoever has no account is counted by where they come from. */
    private final String address = "10.9.7." + ThreadLocalRandom.current().nextInt(1, 255);

    private final String id;

    /** The applicant's code. */
    final String applicant;

    /** Somebody asks, and leaves word how to reach the two. */
    Quarrel(
            MockMvcTester mvc,
            Staff staff,
            JsonMapper json,
            String mediator,
            String contact,
            String otherContact) {
        this.mvc = mvc;
        this.staff = staff;
        this.json = json;
        this.mediator = mediator;
        var asked = party(ALL, application(contact, otherContact));
        id = asked.get("id").asString();
        applicant = asked.get("code").asString();
    }

    String id() {
        return id;
    }

    /** The mediator takes it and asks the other one; their code. */
    String invited() {
        done("/taking", Map.of());
        var invitation = done("/invitations", Map.of()).get("code").asString();
        return party(ALL + "/codes", Map.of("invitation", invitation)).get("code").asString();
    }

    void lead(Map<String, ?> step) {
        var more = new HashMap<String, Object>(step);
        more.put("version", staff.get(mediator, ALL + "/" + id).get("version").asInt());
        done("/steps", more);
    }

    void step(String code, Map<String, ?> step) {
        party(ALL + "/own/" + code + "/steps", step);
    }

    /** Signs what is offered. */
    void sign(String code) {
        var own = mvc.get().uri(ALL + "/own/" + code).remoteAddress(address).exchange();
        var hash = staff.read(own).get("agreementHash").asString();
        step(code, Map.of("step", "sign", "agreementHash", hash));
    }

    private JsonNode done(String what, Map<String, ?> more) {
        var result = staff.send("POST", mediator, ALL + "/" + id + what, once(more));
        assertThat(result.getResponse().getStatus()).as(Staff.text(result)).isLessThan(300);
        return staff.read(result);
    }

    private JsonNode party(String uri, Map<String, ?> body) {
        var result =
                mvc.post()
                        .uri(uri)
                        .remoteAddress(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(once(body)))
                        .exchange();
        assertThat(result.getResponse().getStatus()).as(Staff.text(result)).isLessThan(300);
        return staff.read(result);
    }

    static Map<String, Object> application(String contact, String otherContact) {
        return once(
                Map.of(
                        "lon",
                        TestDistrict.WEST_LON,
                        "lat",
                        TestDistrict.LAT,
                        "about",
                        "楼上半夜敲暖气管",
                        "name",
                        "赵大",
                        "contact",
                        contact,
                        "otherName",
                        "钱二",
                        "otherContact",
                        otherContact));
    }

    private static Map<String, Object> once(Map<String, ?> body) {
        var once = new HashMap<String, Object>(body);
        once.put("opId", UUID.randomUUID());
        return once;
    }
}
