package org.linli.platform.transfer;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.geo.Datum;

/**
 * How to read a file.
 *
 * @param zone of times without an offset
 * @param datum of its coordinates; they are stored as WGS 84
 * @param schemeName the grid scheme that divisions are loaded into; null for the master scheme
 * @param createMissing whether unknown matters and units are registered as local ones
 * @param dryRun whether to check only and store nothing
 */
public record ImportOptions(
        ZoneId zone,
        Datum datum,
        @Nullable String schemeName,
        boolean createMissing,
        boolean dryRun) {

    /** Shanghai time, WGS 84, the master scheme, strict. */
    public static ImportOptions standard() {
        return new ImportOptions(ZoneId.of("Asia/Shanghai"), Datum.WGS84, null, false, false);
    }

    public Optional<String> scheme() {
        return Optional.ofNullable(schemeName);
    }
}
