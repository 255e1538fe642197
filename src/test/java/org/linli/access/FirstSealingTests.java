package org.linli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.audit.AuditTrail;
import org.linli.platform.keys.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** An upgrade keeps everybody's rights, once; what is changed after it stays changed. */
@LinliTest
@TestPropertySource(properties = "linli.test.context=seals")
class FirstSealingTests {

    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private Tokens tokens;
    @Autowired private Callers callers;
    @Autowired private AccountStore accountStore;
    @Autowired private TokenStore tokenStore;
    @Autowired private DeviceStore deviceStore;
    @Autowired private AuditTrail trail;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Keys keys;
    @Autowired private JdbcClient sql;

    @TempDir private Path data;

    private final String id = "staff:" + UUID.randomUUID();
    private final Post post = new Post(Role.VIEWER, "X", "/S/X/", null);
    private String session = "";
    private IssuedToken token = new IssuedToken(0, "", Instant.EPOCH);

    @BeforeEach
    void somebodyFromBeforeThereWereSeals() throws IOException {
        accounts.ensure(id, "陈晓");
        accounts.setPosts(id, List.of(post));
        session = signIn.use(signIn.issue(id, "test").code(), "test").secret();
        token = tokens.issue("test", post, "test", Duration.ofDays(1));
        unseal();
        var withoutNote =
                Files.readAllLines(keys.place()).stream()
                        .filter(line -> !line.startsWith("rights-sealed"))
                        .toList();
        var copy =
                Files.createFile(
                        data.resolve("keys"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.write(copy, withoutNote);
    }

    @Test
    void anUpgradeKeepsEverybodysRightsAndSaysSoInTheTrail() {
        assertThat(knows()).isFalse();

        upgraded().afterSingletonsInstantiated();

        assertThat(knows()).isTrue();
        assertThat(
                        sql.sql("select max(records) from audit.event where act = 'rights-seal'")
                                .query(Integer.class)
                                .single())
                .isGreaterThan(1);
    }

    @Test
    void nobodyHasRightsSealedAgainByEmptyingAColumn() {
        upgraded().afterSingletonsInstantiated();
        unseal();

        upgraded().afterSingletonsInstantiated();

        assertThat(knows()).isFalse();
    }

    @Test
    void aBackupFromBeforeThereWereSealsIsSealedThoughTheKeysKnowOfIt() {
        upgraded().afterSingletonsInstantiated();
        unseal();
        FirstSealing.await(data);

        upgraded().afterSingletonsInstantiated();

        assertThat(knows()).isTrue();
        assertThat(data.toFile().list()).containsExactly("keys");
    }

    private FirstSealing upgraded() {
        return new FirstSealing(
                accountStore,
                tokenStore,
                deviceStore,
                trail,
                transaction,
                new Keys(data.resolve("data"), data.resolve("keys").toString()),
                data);
    }

    private boolean knows() {
        callers.forget();
        var person = callers.ofSession(session, true).isPresent();
        assertThat(callers.ofToken(token.token()).isPresent()).isEqualTo(person);
        return person;
    }

    private void unseal() {
        sql.sql("update access.post set seal = null where account_id = :id")
                .param("id", id)
                .update();
        sql.sql("update access.service_token set seal = null where id = :id")
                .param("id", token.id())
                .update();
    }
}
