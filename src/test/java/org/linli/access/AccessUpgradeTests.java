package org.linli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.linli.platform.postgres.Database;
import org.linli.platform.postgres.TestServer;

/** What an upgrade makes of accounts that were there before. */
class AccessUpgradeTests {

    private static final String ACCOUNTS =
            """
            insert into access.account (id, name, active, created_at)
            select id, id, true, now()
            from unnest(array['staff:all', 'staff:two', 'staff:areas', 'staff:none']) id
            """;

    private static final String POSTS =
            """
            insert into access.post (account_id, role, area_code, area_path, valid_from, valid_to)
            values
                ('staff:all', 'auditor', '/', '/', now(), null),
                ('staff:all', 'security_administrator', '/', '/', now(), null),
                ('staff:all', 'administrator', '/', '/', now(), null),
                ('staff:all', 'viewer', '/', '/', now(), null),
                ('staff:two', 'auditor', '/', '/', now(), null),
                ('staff:two', 'security_administrator', 'A', '/A/', now(), null),
                ('staff:areas', 'auditor', 'A', '/A/', now(), null),
                ('staff:areas', 'auditor', 'B', '/B/', now(), null),
                ('staff:areas', 'administrator', '/', '/', now(), now()),
                ('staff:none', 'viewer', '/', '/', now(), null)
            """;

    private static final String HELD =
            """
            select a.id || ' ' || coalesce(a.administration, '-') || ': '
                || string_agg(p.role || ' ' || p.area_code, ', ' order by p.role, p.area_code)
            from access.account a
            join access.post p on p.account_id = a.id and p.valid_to is null
            where a.used_at is not null
            group by a.id
            order by a.id
            """;

    @Test
    void whoWasTwoOfTheThreeAdministratorsStaysTheFirst() throws SQLException {
        TestServer.create("access_upgrade", "template1");
        var database = TestServer.database("access_upgrade");
        migrate(database, "11");
        run(database, ACCOUNTS);
        run(database, POSTS);

        migrate(database, "latest");

        assertThat(held(database))
                .containsExactly(
                        "staff:all administrator: administrator /, viewer /",
                        "staff:areas auditor: auditor A, auditor B",
                        "staff:none -: viewer /",
                        "staff:two security_administrator: security_administrator A");
    }

    private static void migrate(Database database, String version) {
        var owner = database.owner();
        Flyway.configure()
                .dataSource(database.url(), owner.user(), owner.password())
                .placeholders(Map.of("application", database.user()))
                .locations("classpath:db/migration/access")
                .target(version)
                .load()
                .migrate();
    }

    private static void run(Database database, String statement) throws SQLException {
        try (var connection = database.connectAsOwner();
                var ask = connection.createStatement()) {
            ask.execute(statement);
        }
    }

    private static List<String> held(Database database) throws SQLException {
        try (var connection = database.connectAsOwner();
                var ask = connection.createStatement();
                var rows = ask.executeQuery(HELD)) {
            var held = new ArrayList<String>();
            while (rows.next()) {
                held.add(rows.getString(1));
            }
            return held;
        }
    }
}
