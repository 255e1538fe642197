package org.linli.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.platform.geo.Datum;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.transfer.ImportOptions;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes files in while Linli runs; the answer grows line by line as the import goes on. */
@RestController
class ImportController {

    private static final long LARGEST_FILE = 2L << 30;

    private final Transfers transfers;
    private final Rights rights;
    private final JsonMapper json;

    ImportController(Transfers transfers, Rights rights, JsonMapper json) {
        this.transfers = transfers;
        this.rights = rights;
        this.json = json;
    }

    /**
     * Reads the body as a file of this kind.
     *
     * @param zone of times without an offset
     * @param datum of its coordinates
     * @param scheme the grid scheme that divisions are loaded into
     */
    @PostMapping("/api/v1/imports/{kind}")
    @Permission(Action.DATA_IMPORT)
    void load(
            @PathVariable String kind,
            @RequestParam(defaultValue = "Asia/Shanghai") String zone,
            @RequestParam(defaultValue = "wgs84") String datum,
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(defaultValue = "false") boolean createMissing,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        rights.require(actor, Action.DATA_IMPORT);
        var importer = transfers.importer(kind);
        var options = new ImportOptions(zone(zone), datum(datum), scheme, createMissing, dryRun);
        var file = Files.createTempFile("linli-import-", ".part");
        try {
            receive(request, file);
            var told = new ImportAnswer(response, json, locale);
            told.with(progress ->
                    AccessContext.asSystem("import", () -> importer.load(file, options, progress)));
        } finally {
            Files.delete(file);
        }
    }

    /** An importer reads its file more than once, so it is kept until it is done. */
    private static void receive(HttpServletRequest request, Path file) throws IOException {
        if (request.getContentLengthLong() > LARGEST_FILE) {
            throw new FileTooLarge(LARGEST_FILE);
        }
        try (var out = Files.newOutputStream(file)) {
            InputStream in = request.getInputStream();
            var buffer = new byte[1 << 16];
            var received = 0L;
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received += n;
                if (received > LARGEST_FILE) {
                    throw new FileTooLarge(LARGEST_FILE);
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidValue("request/value", "zone", name);
        }
    }

    private static Datum datum(String name) {
        try {
            return Datum.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValue("request/value", "datum", name);
        }
    }
}
