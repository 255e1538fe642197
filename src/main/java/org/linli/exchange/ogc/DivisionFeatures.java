package org.linli.exchange.ogc;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.exchange.ogc.Feature.DivisionProperties;
import org.linli.grid.Division;
import org.linli.grid.Outlines;

/** Divisions, or cells, as they stand now: they have no time of their own to be chosen by. */
final class DivisionFeatures implements FeatureSource {

    private final Outlines outlines;
    private final boolean cells;

    DivisionFeatures(Outlines outlines, boolean cells) {
        this.outlines = outlines;
        this.cells = cells;
    }

    @Override
    public String id() {
        return cells ? "cells" : "divisions";
    }

    @Override
    public Found find(Asked asked) {
        var matched = matched(asked);
        var page = matched.stream().skip(asked.offset()).limit(asked.limit()).toList();
        var borders = outlines.of(page.stream().map(Division::code).toList());
        return new Found(
                page.stream().map(division -> feature(division, borders)).toList(),
                matched.size(),
                asked.offset() + page.size() < matched.size());
    }

    @Override
    public Optional<Feature> one(String id) {
        return outlines.divisions(cells).stream()
                .filter(division -> division.code().equals(id))
                .findFirst()
                .map(division -> feature(division, outlines.of(List.of(id))));
    }

    private List<Division> matched(Asked asked) {
        var all = outlines.divisions(cells);
        var box = asked.box();
        if (box == null) {
            return all;
        }
        var codes = new HashSet<>(outlines.in(box));
        return all.stream().filter(division -> codes.contains(division.code())).toList();
    }

    private static Feature feature(Division division, Map<String, String> borders) {
        var kind = division.kind();
        return Feature.of(
                division.code(),
                borders.get(division.code()),
                new DivisionProperties(
                        division.code(),
                        division.name(),
                        division.level().code(),
                        kind == null ? null : kind.code(),
                        division.parentCode()));
    }
}
