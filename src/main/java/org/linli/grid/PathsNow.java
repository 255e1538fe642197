package org.linli.grid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where divisions lie now: their stored paths are ahead of moves whose day is still to come. */
final class PathsNow {

    private final Map<String, Division> divisions;
    private final Map<String, Division> master;
    private final Map<String, String> paths = new HashMap<>();

    /**
     * @param divisions those of a scheme that hold now, by code
     * @param master those that may lie above them
     */
    PathsNow(Map<String, Division> divisions, Map<String, Division> master) {
        this.divisions = divisions;
        this.master = master;
    }

    DivisionRow placed(DivisionRow row) {
        var path = path(row.division());
        return path.equals(row.division().path()) ? row : row.at(path);
    }

    private String path(Division division) {
        var known = paths.get(division.code());
        if (known == null) {
            known = found(division);
            paths.put(division.code(), known);
        }
        return known;
    }

    private String found(Division division) {
        var parentCode = division.parentCode();
        if (parentCode == null) {
            return "/" + division.code() + "/";
        }
        var above = above(parentCode);
        return above == null ? division.path() : above + division.code() + "/";
    }

    private @Nullable String above(String parentCode) {
        var own = divisions.get(parentCode);
        if (own != null) {
            return path(own);
        }
        var other = master.get(parentCode);
        return other == null ? null : other.path();
    }
}
