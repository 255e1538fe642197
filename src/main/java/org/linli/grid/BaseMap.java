package org.linli.grid;

import org.springframework.core.io.Resource;

/**
 * What the maps show beneath the cells, from this installation alone: roads need no map service and
 * no internet.
 *
 * @param roads GeoJSON lines, WGS 84
 * @param attribution shown on every map
 */
public record BaseMap(Resource roads, String attribution) {}
