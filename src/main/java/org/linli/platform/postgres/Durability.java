package org.linli.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.linli.platform.words.Message;

/**
 * Whether what a database acknowledged is still there after a power cut, and whether it holds its
 * users to their rights. Linli serves on no other.
 *
 * @param version such as 18.6
 * @param faults what is wrong with it; empty when it may be used
 * @param weaknesses what could be better about it; it may be used all the same
 */
public record Durability(String version, List<Message> faults, List<Message> weaknesses) {

    private static final int OLDEST = 150_000;

    /** Each of these waits until the commit is on this server's disk. */
    private static final Set<String> DURABLE_COMMITS = Set.of("on", "remote_apply", "remote_write");

    private static final String ASK =
            """
            select current_setting('server_version') as version,
                   current_setting('server_version_num')::int as version_number,
                   current_setting('fsync') as fsync,
                   current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit,
                   pg_is_in_recovery() as standby,
                   current_user::text as role,
                   exists (
                       select
                       from pg_roles
                       where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'MEMBER')
                   ) as above_the_rules,
                   exists (
                       select
                       from pg_database
                       where datname = current_database()
                           and pg_has_role(current_user, datdba, 'MEMBER')
                   ) as owner
            """;

    public Durability {
        faults = List.copyOf(faults);
        weaknesses = List.copyOf(weaknesses);
    }

    /** Of a database that could not be asked. */
    static Durability away() {
        return new Durability("", List.of(Message.of("server/database-away")), List.of());
    }

    /**
     * Asks a database in a connection of its own, so that what holds for its role and database
     * counts.
     *
     * @throws DatabaseRefused if it does not answer
     */
    static Durability of(Database database) {
        try (var connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            return of(connection);
        } catch (SQLException away) {
            throw new DatabaseRefused("database/unreachable", database.url(), reason(away));
        }
    }

    static Durability of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ASK)) {
            row.next();
            var faults = new ArrayList<Message>();
            var version = row.getString("version");
            if (row.getInt("version_number") < OLDEST) {
                faults.add(Message.of("database/too-old", version));
            }
            for (var setting : List.of("fsync", "full_page_writes")) {
                if (!row.getString(setting).equals("on")) {
                    faults.add(Message.of("database/not-durable", setting, row.getString(setting)));
                }
            }
            var commit = row.getString("synchronous_commit");
            if (!DURABLE_COMMITS.contains(commit)) {
                faults.add(Message.of("database/not-durable", "synchronous_commit", commit));
            }
            if (row.getBoolean("standby")) {
                faults.add(Message.of("database/standby"));
            }
            if (row.getBoolean("above_the_rules")) {
                faults.add(Message.of("database/role-above-the-rules", row.getString("role")));
            }
            var weaknesses = new ArrayList<Message>();
            if (row.getBoolean("owner")) {
                weaknesses.add(Message.of("database/own-walls", row.getString("role")));
            }
            return new Durability(version, faults, weaknesses);
        }
    }

    /**
     * @throws DatabaseRefused for the first thing that is wrong
     */
    void require() {
        for (var fault : faults) {
            throw new DatabaseRefused(fault.code(), fault.arguments().toArray());
        }
    }

    private static String reason(SQLException away) {
        var message = away.getMessage();
        return message == null ? away.toString() : message;
    }
}
