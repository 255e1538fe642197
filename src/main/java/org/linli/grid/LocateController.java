package org.linli.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.OpenToAll;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.geo.Datum;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.web.BodyLimit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which cell a point lies in. */
@RestController
@RequestMapping("/api/v1/locate")
class LocateController {

    private static final String PUBLISHED = "cells are published, and a resident must find theirs";

    /** A hundred thousand points with all their digits, and blanks between. */
    private static final long BYTES = 8L << 20;

    private static final Map<String, Datum> DATUMS =
            Stream.of(Datum.values()).collect(Collectors.toMap(Datum::code, Function.identity()));

    private final Grid grid;

    LocateController(Grid grid) {
        this.grid = grid;
    }

    /** The cells that hold a point, one for each scheme that has one there. */
    @Classified(FieldClass.C0)
    record Cells(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param path from the top down to the cell
     */
    @Classified(FieldClass.C0)
    record Cell(String scheme, String code, String name, List<Step> path) {}

    /** A division on the way down. */
    @Classified(FieldClass.C0)
    record Step(Level level, String code, String name) {}

    /**
     * The cells of many points, in their order.
     *
     * @param codes in the master scheme; null outside all cells
     */
    @Classified(FieldClass.C0)
    record Codes(List<@Nullable String> codes) {}

    @GetMapping
    @OpenToAll(because = PUBLISHED)
    Cells locate(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(defaultValue = "wgs84") String datum) {
        var position = datum(datum).toWgs84(lon, lat);
        return new Cells(grid.locate(position).stream().map(this::shown).toList());
    }

    @PostMapping
    @BodyLimit(BYTES)
    @OpenToAll(because = PUBLISHED)
    Codes locateAll(
            @RequestBody Points points, @RequestParam(defaultValue = "wgs84") String datum) {
        var places = points.in(datum(datum));
        var finder = grid.finder();
        var codes = new ArrayList<@Nullable String>(points.size());
        for (var cell : finder.at(places.longitudes(), places.latitudes())) {
            codes.add(cell == CellFinder.OUTSIDE ? null : finder.cell(cell).code());
        }
        return new Codes(codes);
    }

    private Cell shown(Located cell) {
        var path =
                grid.way(cell).stream()
                        .map(step -> new Step(step.level(), step.code(), step.name()))
                        .toList();
        return new Cell(cell.scheme(), cell.code(), cell.name(), path);
    }

    private static Datum datum(String code) {
        var datum = DATUMS.get(code);
        if (datum == null) {
            throw new InvalidValue("grid/datum-unknown", "datum", code);
        }
        return datum;
    }
}
