package org.linli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.intake.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In Fuzhou an officer ran 88,985 look-ups in nine months, some 330 a day, and sold what they found
 * (SECURITY.md F9). Here that is noticed and stopped on the first day.
 */
@LinliTest
class BudgetTests {

    private static final int A_DAY = 330;
    private static final int BUDGET = 40;

    @Autowired private Town town;
    @Autowired private JdbcClient sql;

    @Test
    void whoLooksUp330PeopleADayIsReportedAndStoppedOnTheFirst() {
        var seller = town.member();
        var statuses = new ArrayList<Integer>();
        var people =
                IntStream.range(0, 130)
                        .mapToObj(number -> town.resident(seller, "住户" + "甲乙丙丁".charAt(number % 4)))
                        .toList();

        for (int i = 0; i < A_DAY; i++) {
            var resident = people.get(i % people.size());
            statuses.add(look(seller, resident.phone()).status());
        }

        assertThat(statuses.subList(0, 3 * BUDGET)).containsOnly(200);
        assertThat(statuses.subList(3 * BUDGET, people.size())).containsOnly(429);
        var alerts = town.officer().get("/api/v1/privacy/alerts").body();
        assertThat(alerts).contains("over_budget", "stopped");
        assertThat(
                        seller.post(
                                        "/api/v1/register/openings",
                                        "{\"opId\":\"%s\",\"personId\":\"%s\",\"reason\":\"%s\"}"
                                                .formatted(
                                                        UUID.randomUUID(),
                                                        people.getLast().personId(),
                                                        "居民来电询问补贴的申请进度"))
                                .status())
                .isEqualTo(429);
    }

    @Test
    void guessingNumbersCostsAsMuchAsFindingThem() {
        var guesser = town.member();
        var statuses = new ArrayList<Integer>();

        for (int i = 0; i <= 3 * BUDGET; i++) {
            statuses.add(look(guesser, "1380013%04d".formatted(i)).status());
        }

        assertThat(statuses.subList(0, 3 * BUDGET)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    @Test
    void lookingAtTheSamePeopleAgainCostsNothing() {
        var member = town.member();
        var one = town.resident(member, "赵六");

        for (int i = 0; i < 3 * BUDGET + 5; i++) {
            assertThat(look(member, one.phone()).status()).isEqualTo(200);
        }

        assertThat(look(member, one.phone()).json().path("budget").path("seen").asInt())
                .isEqualTo(1);
    }

    @Test
    void everyoneStoppedAndEveryoneSeenStandsInTheTrail() {
        var member = town.member();
        var one = town.resident(member, "钱七");

        look(member, one.phone());

        assertThat(
                        sql.sql(
                                        """
                                        select count(*) from audit.event
                                        where act = 'person-look-up' and subject = :person
                                        """)
                                .param("person", one.personId())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    private static Api.Answer look(Api by, String phone) {
        return by.post("/api/v1/register/look-ups", "{\"phone\":\"%s\"}".formatted(phone));
    }
}
