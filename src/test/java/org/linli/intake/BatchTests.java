package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LinliTest
class BatchTests {

    @LocalServerPort private int port;
    @Autowired private TestGround ground;
    @Autowired private TestAccounts accounts;
    @Autowired private JdbcClient sql;

    private Api member;

    @BeforeEach
    void connect() {
        ground.load();
        member = new Api(port).as(accounts.tokenFor(Role.GRID_MEMBER, TestGround.DISTRICT, null));
    }

    @Test
    void eachOperationIsAnsweredInItsPlaceAndABadOneSpoilsNoOther() {
        var good = UUID.randomUUID().toString();
        var answer =
                send(
                        report(good, "batch: first"),
                        report(UUID.randomUUID().toString(), ""),
                        "{\"opId\":\"no uuid\",\"kind\":\"report\",\"body\":{}}",
                        "null",
                        "17",
                        "{}",
                        "{\"opId\":\"%s\",\"kind\":\"dance\",\"body\":{}}"
                                .formatted(UUID.randomUUID()),
                        "{\"opId\":\"%s\",\"kind\":\"step\",\"body\":{\"step\":\"accept\"}}"
                                .formatted(UUID.randomUUID()),
                        "{\"opId\":\"%s\",\"kind\":\"report\",\"body\":\"text\"}"
                                .formatted(UUID.randomUUID()),
                        report(UUID.randomUUID().toString(), "nul \\u0000"),
                        report(UUID.randomUUID().toString(), "batch: last"));

        assertThat(statuses(answer))
                .containsExactly(201, 422, 422, 422, 422, 422, 422, 422, 422, 422, 201);
        var results = answer.path("results");
        assertThat(results.get(0).path("opId").asString()).isEqualTo(good);
        assertThat(results.get(0).path("body").path("caseNo").asString()).isNotBlank();
        assertThat(results.get(1).path("problem").path("detail").asString()).isNotBlank();
        assertThat(results.get(2).path("opId").asString()).isEqualTo("no uuid");
        assertThat(answer.path("epoch").asInt()).isPositive();
        assertThat(casesSaying("batch: first") + casesSaying("batch: last")).isEqualTo(2);
    }

    @Test
    void aBatchSentAgainIsAnsweredTheSame() {
        var operations =
                new String[] {
                    report(UUID.randomUUID().toString(), "twice: a"),
                    report(UUID.randomUUID().toString(), "twice: b")
                };

        var first = send(operations);
        var second = send(operations);

        assertThat(second).isEqualTo(first);
        assertThat(casesSaying("twice: a")).isEqualTo(1);
    }

    @Test
    void anOperationTwiceInOneBatchIsDoneOnceAndReusedForAnotherRefused() {
        var opId = UUID.randomUUID().toString();

        var answer =
                send(report(opId, "double"), report(opId, "double"), report(opId, "not the same"));

        assertThat(statuses(answer)).containsExactly(201, 201, 409);
        var results = answer.path("results");
        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(casesSaying("double")).isEqualTo(1);
        assertThat(casesSaying("not the same")).isZero();
    }

    @Test
    void fiveHundredOperationsAreTakenAndOneMoreIsTooMany() {
        var cheap = "{\"opId\":\"%s\",\"kind\":\"dance\",\"body\":{}}";
        var one = cheap.formatted(UUID.randomUUID());

        var most = post(Collections.nCopies(500, one));
        var tooMany = post(Collections.nCopies(501, one));

        assertThat(most.status()).isEqualTo(200);
        assertThat(most.json().path("results")).hasSize(500);
        assertThat(tooMany.status()).isEqualTo(413);
        assertThat(tooMany.problem()).isEqualTo("operation/too-many");
    }

    @Test
    void whatWasDoneEarlierKeepsItsTime() {
        var then = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var operation =
                report(UUID.randomUUID().toString(), "three days ago")
                        .replaceFirst("\\{", "{\"occurredAt\":\"" + then + "\",");

        var receipt = send(operation).path("results").get(0).path("body");

        var caseNo = receipt.path("caseNo").asString();
        assertThat(
                        sql.sql("select reported_at from cases.case_file where case_no = :caseNo")
                                .param("caseNo", caseNo)
                                .query((row, _) -> row.getTimestamp(1).toInstant())
                                .single())
                .isEqualTo(then);
        assertThat(Instant.parse(receipt.path("receivedAt").asString()))
                .isAfter(then.plus(2, ChronoUnit.DAYS));
    }

    @Test
    void aStepIsTakenFromABatch() {
        var caseNo =
                send(report(UUID.randomUUID().toString(), "to be handled"))
                        .path("results")
                        .get(0)
                        .path("body")
                        .path("caseNo")
                        .asString();
        var step =
                """
                {"opId":"%s","kind":"step","body":{"caseNo":"%s","step":"self-handle","version":1,
                 "matterCode":"13003","note":"已处理"}}\
                """
                        .formatted(UUID.randomUUID(), caseNo);

        var done = send(step, step);

        assertThat(statuses(done)).as(done.toString()).containsExactly(200, 200);
        assertThat(done.path("results").get(0).path("body").path("state").asString())
                .isEqualTo("CLOSED");
    }

    @Test
    void aBatchNeedsACallerAndAReadableBody() {
        assertThat(new Api(port).post("/api/v1/operations", "{\"operations\":[]}").status())
                .isEqualTo(401);
        assertThat(member.post("/api/v1/operations", "{\"operations\":17}").status())
                .isEqualTo(422);
        assertThat(member.post("/api/v1/operations", "{\"operations\":[").status()).isEqualTo(400);
        assertThat(member.post("/api/v1/operations", "{\"operations\":[]}").status())
                .isEqualTo(200);
    }

    private String report(String opId, String text) {
        var spot = ground.spot(20);
        return """
        {"opId":"%s","kind":"report","body":{"text":"%s","source":"patrol","lon":%s,"lat":%s}}\
        """
                .formatted(opId, text, spot.longitude(), spot.latitude());
    }

    private JsonNode send(String... operations) {
        var answer = post(List.of(operations));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Api.Answer post(List<String> operations) {
        return member.post(
                "/api/v1/operations", "{\"operations\":[" + String.join(",", operations) + "]}");
    }

    private static List<Integer> statuses(JsonNode answer) {
        return answer.path("results").valueStream().map(r -> r.path("status").asInt()).toList();
    }

    private int casesSaying(String text) {
        return sql.sql("select count(*) from cases.case_file where text = :text")
                .param("text", text)
                .query(Integer.class)
                .single();
    }
}
