package org.linli.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.linli.platform.backup.Contents.Table;
import org.linli.platform.postgres.Database;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder that holds everything an installation knows, as of one moment.
 *
 * <pre>
 * backup.json   what it is of
 * tables/       each table as COPY writes it, compressed
 * photos/       as under the data directory
 * SHA256SUMS    the checksum of each of these files
 * </pre>
 *
 * It needs no program but Linli, and is read by every later version of it and of PostgreSQL.
 */
public final class Backup {

    private static final String CONTENTS = "backup.json";
    private static final String PHOTOS = "photos";
    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final Checksums checksums;
    private final Contents contents;

    /** What a backup came to. */
    public record Size(Instant asOf, int tables, long rows, int photos) {}

    private Backup(Path folder, Checksums checksums, Contents contents) {
        this.folder = folder;
        this.checksums = checksums;
        this.contents = contents;
    }

    /**
     * Makes a backup of an installation, which may be at work meanwhile. The folder is there only
     * once it is whole.
     *
     * @param data where the photos are
     * @param folder which must not be there yet
     * @throws BackupRefused if it cannot be made
     */
    public static Size make(Database database, Path data, Path folder) {
        var target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new BackupRefused("backup/is-there", target.toString());
        }
        try {
            var unfinished = begin(target);
            var backup = write(database, data, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            Checksums.force(target.resolveSibling("."));
            return backup.size();
        } catch (IOException | SQLException failed) {
            throw refused(failed);
        }
    }

    /** An empty folder beside the target, for its owner's eyes only. */
    private static Path begin(Path target) throws IOException {
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(target.getParent());
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        return Files.createDirectory(unfinished, PosixFilePermissions.asFileAttribute(ownerOnly));
    }

    private static BackupRefused refused(Exception failed) {
        return failed instanceof IOException
                ? new BackupRefused("backup/files", failed.toString())
                : new BackupRefused("backup/database", String.valueOf(failed.getMessage()));
    }

    private static Backup write(Database database, Path data, Path folder)
            throws IOException, SQLException {
        var checksums = Checksums.begun(folder);
        try (var snapshot = Snapshot.of(database)) {
            var tables = new ArrayList<Table>();
            for (var table : snapshot.tables()) {
                tables.add(write(snapshot, table, checksums));
            }
            // never changed, and on disk before the database speaks of them
            for (var photo : photos(data)) {
                var path = data.relativize(photo).toString();
                checksums.write(path, file -> Files.copy(photo, file));
            }
            var contents =
                    new Contents(
                            Contents.FORMAT,
                            snapshot.asOf(),
                            snapshot.migrations(),
                            tables,
                            snapshot.sequences());
            checksums.write(CONTENTS, file -> file.write(JSON.writeValueAsBytes(contents)));
            checksums.complete();
            return new Backup(folder, checksums, contents);
        }
    }

    private static Table write(Snapshot snapshot, Table table, Checksums checksums)
            throws IOException, SQLException {
        var rows = new long[1];
        checksums.<SQLException>write(
                table.path(),
                file -> {
                    var compressed = new Fast(file);
                    rows[0] = snapshot.copy(table, compressed);
                    compressed.finish();
                });
        return table.withRows(rows[0]);
    }

    private static List<Path> photos(Path data) throws IOException {
        var photos = data.resolve(PHOTOS);
        if (!Files.exists(photos)) {
            return List.of();
        }
        try (var all = Files.walk(photos)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !file.toString().endsWith(".tmp"))
                    .toList();
        }
    }

    /**
     * Opens a backup after reading every file of it.
     *
     * @throws BackupRefused if it is none, is not whole, or is one of a later Linli
     */
    public static Backup at(Path folder) {
        try {
            var checksums = Checksums.verified(folder);
            checksums.require(CONTENTS);
            var contents = JSON.readValue(folder.resolve(CONTENTS).toFile(), Contents.class);
            if (contents.format() != Contents.FORMAT) {
                throw new BackupRefused("backup/other-linli", CONTENTS);
            }
            contents.tables().forEach(table -> checksums.require(table.path()));
            return new Backup(folder, checksums, contents);
        } catch (IOException unreadable) {
            throw refused(unreadable);
        }
    }

    /**
     * Makes a new installation from this backup. Its epoch is higher than before, so that clients
     * offer again what they sent since.
     *
     * @param data where the photos are to be
     * @throws BackupRefused if there is something already, or it cannot be done
     */
    public void restore(Database database, Path data) {
        try (var loading = new Loading(database)) {
            loading.requireNothing(contents.schemas());
            Migrations.replay(database, contents.migrations());
            restorePhotos(data);
            loading.begin(contents.tables());
            for (var table : contents.tables()) {
                restore(table, loading);
            }
            for (var sequence : contents.sequences().entrySet()) {
                loading.setSequence(sequence.getKey(), sequence.getValue());
            }
            loading.commit();
        } catch (IOException | SQLException failed) {
            throw refused(failed);
        }
    }

    private void restore(Table table, Loading loading) throws IOException, SQLException {
        try (var file = Files.newInputStream(folder.resolve(table.path()));
                var rows = new GZIPInputStream(file, BUFFER)) {
            loading.copy(table, rows);
        }
    }

    private void restorePhotos(Path data) throws IOException {
        var photos = data.resolve(PHOTOS);
        if (Files.exists(photos)) {
            throw new BackupRefused("backup/is-there", photos.toString());
        }
        var restored = Checksums.begun(data);
        for (var path : checksums.below(PHOTOS)) {
            restored.write(path, file -> Files.copy(folder.resolve(path), file));
        }
        if (Files.exists(photos)) {
            Checksums.sync(photos);
        }
    }

    Contents contents() {
        return contents;
    }

    /** Whether it holds a column of a table. */
    public boolean holds(String table, String column) {
        return contents.tables().stream()
                .anyMatch(one -> one.name().equals(table) && one.columns().contains(column));
    }

    public Size size() {
        return new Size(
                contents.asOf(),
                contents.tables().size(),
                contents.rows(),
                checksums.below(PHOTOS).size());
    }

    /** A backup waits for the disk and the database rather than for its compression. */
    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
