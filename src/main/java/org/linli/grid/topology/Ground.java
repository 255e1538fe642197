package org.linli.grid.topology;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What topology needs to know of an area.
 *
 * @param level areas of the same level may not share ground
 * @param parentCode the nearest area above that has a shape; null if none has
 * @param shape in degrees
 * @param isNew whether it is to be published now: faults among those that are not are old ones
 */
public record Ground(
        String code, int level, @Nullable String parentCode, Geometry shape, boolean isNew) {}
