package org.linli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a server somebody else runs. */
class RemotePostgresTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5433/linli",
                "postgresql://db.example:5433/linli",
                "postgres://db.example:5433/linli",
                " postgresql://db.example:5433/linli "
            })
    void isReadWithAndWithoutJdbc(String address) {
        var database = RemotePostgres.at(address, "me", "secret");

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:5433/linli");
        assertThat(database.user()).isEqualTo("me");
        assertThat(database.password()).isEqualTo("secret");
    }

    @Test
    void mayHoldUserAndPassword() {
        var database = RemotePostgres.at("postgresql://me:p%40ss+1@db/linli?ssl=true", null, null);

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db/linli?ssl=true");
        assertThat(database.user()).isEqualTo("me");
        assertThat(database.password()).isEqualTo("p@ss+1");
    }

    @Test
    void mayNameAPrimaryAndItsReplicas() {
        var url = "postgresql://me@one:5432,two:5432/linli?targetServerType=primary";

        assertThat(RemotePostgres.at(url, null, "secret").url())
                .isEqualTo("jdbc:postgresql://one:5432,two:5432/linli?targetServerType=primary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://db/linli", "postgresql://db", "db:5432", "jdbc:postgresql:linli"})
    void isRefusedWhenItIsNone(String address) {
        assertThatThrownBy(() -> RemotePostgres.at(address, null, null))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("LINLI_DATABASE_URL");
    }

    @Test
    void doesNotShowItsPassword() {
        assertThat(RemotePostgres.at("postgresql://me:secret@db/linli", null, null).toString())
                .doesNotContain("secret");
    }
}
