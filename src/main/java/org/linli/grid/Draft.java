package org.linli.grid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.transfer.Row;
import org.locationtech.jts.geom.Geometry;

/**
 * A division as a file describes it. Null is what the file does not say: what is stored stays then.
 *
 * @param row where it stands in the file
 * @param parentCode null at the top
 * @param shape in degrees, WGS 84, on the lattice; not yet known to be valid
 */
record Draft(
        Row row,
        String code,
        String name,
        Level level,
        @Nullable CellKind kind,
        @Nullable String parentCode,
        @Nullable Long areaM2,
        @Nullable Long households,
        @Nullable Long population,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Geometry shape) {}
