package org.linli.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.platform.backup.Contents.Migration;
import org.linli.platform.backup.Contents.Table;
import org.linli.platform.postgres.Database;
import org.postgresql.PGConnection;

/** A database as it was at one moment, whatever is written to it meanwhile. */
final class Snapshot implements AutoCloseable {

    private static final String AS_OF = "select now()";

    /** Columns that the database fills by itself are left out, and so are transaction ids. */
    private static final String TABLES =
            """
            select format('%I.%I', n.nspname, c.relname) as name,
                array_agg(quote_ident(a.attname) order by a.attnum) as columns,
                array(
                    select format('%I.%I', other_schema.nspname, other.relname)
                    from pg_constraint f
                        join pg_class other on other.oid = f.confrelid
                        join pg_namespace other_schema on other_schema.oid = other.relnamespace
                    where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
                ) as refers_to
            from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid
            where n.nspname = any(?) and c.relkind in ('r', 'p') and not c.relispartition
                and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                and a.atttypid <> 'xid8'::regtype
            group by n.nspname, c.relname, c.oid
            order by 1
            """;

    private static final String SEQUENCES =
            """
            select format('%I.%I', schemaname, sequencename) as name, last_value
            from pg_sequences
            where schemaname = any(?) and last_value is not null
            """;

    private final Connection connection;
    private final Instant asOf;
    private final List<Migration> migrations;
    private final String[] schemas;

    private record Referring(Table table, List<String> refersTo) {}

    private Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery(AS_OF)) {
                row.next();
                asOf = row.getTimestamp(1).toInstant();
            }
        }
        migrations = Migrations.done(connection);
        schemas = migrations.stream().map(Migration::schema).distinct().toArray(String[]::new);
    }

    static Snapshot of(Database database) throws SQLException {
        var connection = database.connectAsOwner();
        try {
            return new Snapshot(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    Instant asOf() {
        return asOf;
    }

    List<Migration> migrations() {
        return migrations;
    }

    /** Each table after those that it refers to, not counted yet. */
    List<Table> tables() throws SQLException {
        var found = new ArrayList<Referring>();
        try (var ask = connection.prepareStatement(TABLES)) {
            ask.setArray(1, connection.createArrayOf("text", schemas));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    var columns = texts(rows.getArray("columns"));
                    var table = new Table(rows.getString("name"), columns, 0);
                    found.add(new Referring(table, texts(rows.getArray("refers_to"))));
                }
            }
        }
        return inOrder(found);
    }

    private static List<Table> inOrder(List<Referring> tables) {
        var rest = new ArrayList<>(tables);
        var ordered = new ArrayList<Table>();
        while (!rest.isEmpty()) {
            var waiting = rest.stream().map(referring -> referring.table.name()).toList();
            var next =
                    rest.stream()
                            .filter(referring ->
                                    referring.refersTo.stream().noneMatch(waiting::contains))
                            .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other: " + waiting);
            }
            next.forEach(referring -> ordered.add(referring.table));
            rest.removeAll(next);
        }
        return ordered;
    }

    private static List<String> texts(java.sql.Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Writes out a table as COPY does, and says how many rows it has. */
    long copy(Table table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table.withColumns() + " to stdout", out);
    }

    /** Sequences know no snapshot: asked last, they are ahead of every row that was copied. */
    Map<String, Long> sequences() throws SQLException {
        var sequences = new HashMap<String, Long>();
        try (var ask = connection.prepareStatement(SEQUENCES)) {
            ask.setArray(1, connection.createArrayOf("text", schemas));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    sequences.put(rows.getString("name"), rows.getLong("last_value"));
                }
            }
        }
        return sequences;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
