package org.linli.exchange.ogc;

import java.util.Optional;
import org.linli.cases.CaseFilter;
import org.linli.cases.PublicCase;
import org.linli.cases.PublicCases;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Matter;
import org.linli.exchange.ogc.Feature.CaseProperties;

/** Cases as anybody may know of them, by when they were reported. */
final class CaseFeatures implements FeatureSource {

    private final PublicCases cases;
    private final Catalogue catalogue;

    CaseFeatures(PublicCases cases, Catalogue catalogue) {
        this.cases = cases;
        this.catalogue = catalogue;
    }

    @Override
    public String id() {
        return "cases";
    }

    @Override
    public Found find(Asked asked) {
        var box = asked.box();
        var wanted =
                new PublicCases.Wanted(
                        null,
                        null,
                        asked.from(),
                        asked.to(),
                        null,
                        box == null
                                ? null
                                : new CaseFilter.Box(
                                        box.west(), box.south(), box.east(), box.north()),
                        asked.limit() + 1,
                        asked.offset());
        var found = cases.find(wanted);
        var matched = cases.count(wanted);
        return new Found(
                found.stream().limit(asked.limit()).map(this::feature).toList(),
                matched >= PublicCases.COUNTED ? null : Integer.valueOf(matched),
                found.size() > asked.limit());
    }

    @Override
    public Optional<Feature> one(String id) {
        return cases.find(id).map(this::feature);
    }

    private Feature feature(PublicCase found) {
        var matter = catalogue.matter(found.matterCode());
        var point =
                found.lon() == null || found.lat() == null
                        ? null
                        : "{\"type\":\"Point\",\"coordinates\":[%s,%s]}"
                                .formatted(found.lon(), found.lat());
        return Feature.of(
                found.caseNo(),
                point,
                new CaseProperties(
                        found.caseNo(),
                        found.matterCode(),
                        matter.map(Matter::nameZh).orElse(null),
                        matter.map(Matter::nameEn).orElse(null),
                        found.state(),
                        found.over(),
                        found.reportedAt(),
                        found.changedAt(),
                        found.dueAt(),
                        found.closedAt()));
    }
}
