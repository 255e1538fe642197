package org.linli.bench.locate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostGIS: many points joined with the cells that hold them, by an index and an exact test. */
final class PostgisPeer implements Contender {

    private static final String CREATE =
            """
            create extension postgis;
            create table cell (id int primary key, shape geometry not null);
            create table place (id int primary key, at geometry not null);
            """;

    private static final String TUNE =
            """
            create index on cell using gist (shape);
            vacuum (freeze, analyze) cell;
            vacuum (freeze, analyze) place;
            """;

    private static final String JOIN =
            """
            select count(distinct place.id)
            from place
            join cell on st_intersects(cell.shape, place.at)
            """;

    /** Of {@code /proc/PID/stat}: time in user and in system mode, counted from 1. */
    private static final int USER_TICKS = 14;

    private static final double TICKS_PER_SECOND = 100;

    private final Connection connection;
    private final int points;
    private final int process;
    private double shareFound;

    PostgisPeer(Connection connection, List<Polygon> polygons, Places places)
            throws SQLException, IOException {
        this.connection = connection;
        this.points = places.size();
        this.process = connection.unwrap(PGConnection.class).getBackendPID();
        for (var statement : CREATE.split(";", -1)) {
            execute(statement);
        }
        copyCells(polygons);
        copyPlaces(places);
        for (var statement : TUNE.split(";", -1)) {
            execute(statement);
        }
    }

    @Override
    public String name() {
        return "postgis set join";
    }

    @Override
    public double pointsPerCpuSecond() {
        try (var statement = connection.createStatement()) {
            var before = ticks();
            try (var rows = statement.executeQuery(JOIN)) {
                rows.next();
                shareFound = rows.getDouble(1) / points;
            }
            return points * TICKS_PER_SECOND / Math.max(1, ticks() - before);
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public double shareFound() {
        return shareFound;
    }

    private long ticks() throws IOException {
        var fields =
                Files.readString(Path.of("/proc/" + process + "/stat"))
                        .replaceFirst("^.*\\) ", "")
                        .split(" ", -1);
        // the first two fields are cut off above
        return Long.parseLong(fields[USER_TICKS - 3]) + Long.parseLong(fields[USER_TICKS - 2]);
    }

    private void execute(String statement) throws SQLException {
        if (!statement.isBlank()) {
            try (var prepared = connection.createStatement()) {
                prepared.execute(statement);
            }
        }
    }

    private void copyCells(List<Polygon> polygons) throws SQLException {
        var copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy cell from stdin");
        var writer = new WKBWriter();
        for (var i = 0; i < polygons.size(); i++) {
            write(copy, i + "\t" + WKBWriter.toHex(writer.write(polygons.get(i))) + "\n");
        }
        copy.endCopy();
    }

    private void copyPlaces(Places places) throws SQLException {
        var copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy place from stdin");
        for (var i = 0; i < places.size(); i++) {
            write(copy, i + "\tPOINT(" + places.longitude(i) + " " + places.latitude(i) + ")\n");
        }
        copy.endCopy();
    }

    private static void write(CopyIn copy, String line) throws SQLException {
        var bytes = line.getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
