package org.linli.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where people live together.
 *
 * @param number its number in files
 * @param path the codes from the top down to its grid, each between slashes
 * @param lon degrees east, WGS 84; null where nobody said
 * @param lat degrees north, WGS 84; null where nobody said
 * @param persons how many live there; null where nobody said
 * @param visitsDue visits a year; null where nobody said
 */
record Household(
        String countyCode,
        UUID id,
        String number,
        String gridCode,
        String path,
        String address,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Integer persons,
        @Nullable Integer visitsDue) {}
