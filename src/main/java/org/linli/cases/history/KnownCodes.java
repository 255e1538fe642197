package org.linli.cases.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Flow;
import org.linli.people.Units;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;

/**
 * The matters and units that rows of history may name, looked up once an import. What is not known
 * is rejected, or registered as local where the import says so. One thread may check rows while
 * another stores those checked before.
 */
final class KnownCodes {

    /**
     * What the catalogue knows of a matter.
     *
     * @param version null where the row names no matter
     */
    record Filing(Flow flow, @Nullable Integer version) {

        static final Filing OF_NO_MATTER = new Filing(Flow.CASE, null);

        /**
         * Past that was filed or checked elsewhere goes the way of a case, whatever it is about.
         */
        String flowFrom(String state) {
            return (flow == Flow.SERVICE && !NOT_BEGUN.contains(state) ? Flow.CASE : flow).code();
        }
    }

    private static final Set<String> NOT_BEGUN = Set.of("REPORTED", "ACCEPTED");

    private final Catalogue catalogue;
    private final Units units;
    private final ImportOptions options;
    private final String homeArea;
    private final Map<String, Optional<Filing>> filings = new ConcurrentHashMap<>();
    private final Map<String, Boolean> unitIsKnown = new ConcurrentHashMap<>();
    private final Set<String> newMatters = new HashSet<>();
    private final Set<String> newUnits = new HashSet<>();

    /**
     * @param homeArea where local units are registered
     */
    KnownCodes(Catalogue catalogue, Units units, ImportOptions options, String homeArea) {
        this.catalogue = catalogue;
        this.units = units;
        this.options = options;
        this.homeArea = homeArea;
    }

    /** Rejects what is not known, unless it may be registered. */
    void check(Row row, @Nullable String matterCode, @Nullable String unitCode) {
        if (matterCode != null && filing(matterCode).isEmpty()) {
            if (options.createMissing()) {
                newMatters.add(matterCode);
            } else {
                row.reject("matter_code", Message.of("history/unknown-matter"));
            }
        }
        if (unitCode != null && !unitIsKnown(unitCode)) {
            if (options.createMissing()) {
                newUnits.add(unitCode);
            } else {
                row.reject("unit_code", Message.of("history/unknown-unit"));
            }
        }
    }

    /** Registers what the rows checked so far named and nobody knew. */
    void register() {
        if (options.dryRun()) {
            return;
        }
        if (!newMatters.isEmpty()) {
            newMatters.forEach(code -> catalogue.registerLocal(code, code));
            newMatters.forEach(filings::remove);
            newMatters.clear();
        }
        if (!newUnits.isEmpty()) {
            units.registerLocal(List.copyOf(newUnits), homeArea);
            newUnits.forEach(unitIsKnown::remove);
            newUnits.clear();
        }
    }

    /** What a registered or known matter is filed as. */
    Filing filingOf(@Nullable String matterCode) {
        return matterCode == null
                ? Filing.OF_NO_MATTER
                : filing(matterCode).orElse(Filing.OF_NO_MATTER);
    }

    private Optional<Filing> filing(String code) {
        return filings.computeIfAbsent(
                code,
                name ->
                        catalogue
                                .matter(name)
                                .map(matter -> new Filing(matter.flow(), matter.version())));
    }

    private boolean unitIsKnown(String code) {
        return unitIsKnown.computeIfAbsent(code, name -> units.unit(name).isPresent());
    }
}
