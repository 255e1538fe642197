package org.linli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

/** A database that may forget, or that lets Linli do too much, is not served on. */
class DurabilityTests {

    @Test
    void theTestServerIsAsDurableAsARealOne() {
        TestServer.create("durable", "template1");

        assertThat(Durability.of(linli("durable")).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local"})
    void aDatabaseThatDoesNotWaitForTheDiskIsNamed(String setting) {
        var name = "commit_" + setting;
        TestServer.create(name, "template1");
        TestServer.asSuperuser(
                "alter database %s set synchronous_commit = %s".formatted(name, setting));

        var durability = Durability.of(linli(name));

        assertThat(durability.faults())
                .containsExactly(Message.of("database/not-durable", "synchronous_commit", setting));
        assertThatThrownBy(durability::require)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("synchronous_commit = on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remote_apply", "remote_write"})
    void waitingForAReplicaTooIsFine(String setting) {
        var name = "commit_" + setting;
        TestServer.create(name, "template1");
        TestServer.asSuperuser(
                "alter database %s set synchronous_commit = %s".formatted(name, setting));

        assertThat(Durability.of(linli(name)).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser", "bypassrls"})
    void aRoleAboveTheRulesIsNamed(String right) {
        var role = "above_" + right;
        TestServer.asSuperuser("create role %s login %s password 'secret'".formatted(role, right));

        var faults =
                Durability.of(new RemotePostgres(TestServer.url("postgres"), role, "secret"))
                        .faults();

        assertThat(faults).containsExactly(Message.of("database/role-above-the-rules", role));
    }

    @Test
    void aRoleThatMayBecomeASuperuserIsNamed() {
        TestServer.asSuperuser("create role boss superuser");
        TestServer.asSuperuser("create role climber login in role boss password 'secret'");

        var faults =
                Durability.of(new RemotePostgres(TestServer.url("postgres"), "climber", "secret"))
                        .faults();

        assertThat(faults).containsExactly(Message.of("database/role-above-the-rules", "climber"));
    }

    @Test
    void aServerThatIsNotThereIsRefusedInBothLanguages() {
        var nowhere = new RemotePostgres("jdbc:postgresql://127.0.0.1:1/linli", "linli", "");

        assertThatThrownBy(() -> Durability.of(nowhere))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> {
                            assertThat(Words.say(refused.told(), Locale.CHINESE))
                                    .startsWith("无法使用数据库");
                            assertThat(Words.say(refused.told(), Locale.ENGLISH))
                                    .contains("127.0.0.1:1");
                        });
    }

    private static RemotePostgres linli(String database) {
        return new RemotePostgres(
                TestServer.url(database), TestServer.user(), TestServer.password());
    }
}
