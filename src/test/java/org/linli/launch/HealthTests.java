package org.linli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.BrokenSeals;
import org.linli.audit.TrailHealth;
import org.linli.charter.CharterCheck;
import org.linli.platform.log.FollowerHealth;
import org.linli.platform.postgres.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;

/** Ready means: what is acknowledged now will still be there. */
@LinliTest
class HealthTests {

    @Autowired private HealthController health;

    @Autowired private ApplicationAvailability availability;

    @Autowired private TrailHealth trail;

    @Autowired private CharterCheck charter;

    @Autowired private BrokenSeals seals;

    @Autowired private FollowerHealth followers;

    @Test
    void linliOnADurableDatabaseIsReady() {
        var answer = health.health(Locale.ENGLISH);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody())
                .hasFieldOrPropertyWithValue("status", "ready")
                .hasFieldOrPropertyWithValue("database.durable", true);
    }

    @Test
    void linliIsNotReadyOnceItsDatabaseMayForget() {
        var database = TestServer.healthOfAForgetfulDatabase("forgetful");

        var answer =
                new HealthController(database, trail, availability, charter, seals, followers)
                        .health(Locale.CHINESE);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody())
                .hasFieldOrPropertyWithValue("status", "not-ready")
                .extracting("database.faults")
                .asString()
                .contains("synchronous_commit", "可能丢失");
    }
}
