package org.linli.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Filing;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Condition;
import org.linli.catalogue.Flow;
import org.linli.catalogue.Matter;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.grid.Level;
import org.linli.people.Units;
import org.linli.platform.problem.InvalidValue;
import org.linli.rules.DistrictRules;
import org.linli.rules.RuleBook;
import org.springframework.stereotype.Component;

/** What a case is filed as and whom it is given to, from the catalogue and the units. */
@Component
class Filings {

    private final Catalogue catalogue;
    private final Units units;
    private final RuleBook rules;
    private final Grid grid;

    Filings(Catalogue catalogue, Units units, RuleBook rules, Grid grid) {
        this.catalogue = catalogue;
        this.units = units;
        this.rules = rules;
        this.grid = grid;
    }

    /**
     * A filing of a case under the matter as it stands now, and under the rules of its district: a
     * case that was filed before keeps those it was filed under.
     *
     * @param conditionNo null for the matter's usual condition
     * @param at when it is filed
     * @throws InvalidValue if there is no such matter, or no such condition of it
     * @throws OtherFlow if what is filed would be helped with, or the other way round
     */
    Filing of(
            CaseFile file, @Nullable String matterCode, @Nullable Integer conditionNo, Instant at) {
        var matter = named(matterCode);
        var keeps = file.filing() != null && matter.code().equals(file.matterCode());
        var helped = file.filing() != null && file.isService();
        if (!keeps && isService(matter) && !helped) {
            throw OtherFlow.notFiled(matter.code());
        }
        if (!keeps && !isService(matter) && helped) {
            throw OtherFlow.notAService(matter.code());
        }
        return filing(file, matter, condition(matter, conditionNo), at);
    }

    /**
     * What a service is taken on as: no condition has to be met, but the one named, or else the
     * usual one, says by when it is to be done. One that was taken on before stays what it is.
     *
     * @throws OtherFlow if the matter is none that is helped with
     */
    Filing helped(
            CaseFile file, @Nullable String matterCode, @Nullable Integer conditionNo, Instant at) {
        var before = file.filing();
        if (before != null) {
            return before;
        }
        var matter = named(matterCode == null ? file.matterCode() : matterCode);
        if (!isService(matter)) {
            throw OtherFlow.notAService(matter.code());
        }
        return filing(file, matter, condition(matter, conditionNo), at);
    }

    private static boolean isService(Matter matter) {
        return matter.flow() == Flow.SERVICE;
    }

    private Matter named(@Nullable String matterCode) {
        if (matterCode == null) {
            throw InvalidValue.missing("matterCode");
        }
        return matter(matterCode);
    }

    private static @Nullable Condition condition(Matter matter, @Nullable Integer conditionNo) {
        return conditionNo == null
                ? matter.usualCondition().orElse(null)
                : matter.condition(conditionNo)
                        .orElseThrow(() ->
                                new InvalidValue(
                                        "case/unknown-condition",
                                        "conditionNo",
                                        conditionNo,
                                        matter.code()));
    }

    private Filing filing(CaseFile file, Matter matter, @Nullable Condition condition, Instant at) {
        return filing(file.report().place().path(), matter, condition, under(file, at));
    }

    private static Filing filing(
            String path, Matter matter, @Nullable Condition condition, DistrictRules under) {
        if (condition == null) {
            return new Filing(matter.code(), matter.version(), 0, null, under);
        }
        var areaClass = under.rules().areaClass(path);
        var here = matter.inClass(condition, areaClass);
        var limit = under.rules().limit(matter.code(), here.no(), areaClass).orElse(here.limit());
        return new Filing(matter.code(), matter.version(), here.no(), limit.code(), under);
    }

    /**
     * What somewhere would have been filed under other rules, in the same version of the matter.
     */
    Filing refiled(String path, Filing filing, DistrictRules under) {
        return Optional.ofNullable(filing.matterCode())
                .flatMap(code -> catalogue.matter(code, filing.matterVersion()))
                .flatMap(matter ->
                        matter.condition(filing.conditionNo())
                                .map(condition -> filing(path, matter, condition, under)))
                .orElseGet(() ->
                        new Filing(
                                filing.matterCode(),
                                filing.matterVersion(),
                                filing.conditionNo(),
                                filing.limit(),
                                under));
    }

    /** The rules of a case's district now. */
    DistrictRules here(CaseKey key) {
        return rules.inForce(key.countyCode());
    }

    private DistrictRules under(CaseFile file, Instant at) {
        var filing = file.filing();
        return filing == null ? rules.inForce(file.key().countyCode(), at) : filing.under();
    }

    /**
     * A filing that came from elsewhere, under the usual condition of its matter in the version it
     * was filed under; null where that has none.
     */
    @Nullable Filing completed(CaseFile file, Filing filing, Instant at) {
        return Optional.ofNullable(filing.matterCode())
                .flatMap(code -> catalogue.matter(code, filing.matterVersion()))
                .filter(matter -> matter.usualCondition().isPresent())
                .map(matter -> filing(file, matter, matter.usualCondition().orElse(null), at))
                .orElse(null);
    }

    /** The same for one of the past, by the rules it had; as it is where its matter has none. */
    Filing completed(String path, Filing filing) {
        return filing.hasCondition()
                ? filing
                : Optional.ofNullable(filing.matterCode())
                        .flatMap(code -> catalogue.matter(code, filing.matterVersion()))
                        .flatMap(matter ->
                                matter.usualCondition()
                                        .map(usual -> filing(path, matter, usual, filing.under())))
                        .orElse(filing);
    }

    /**
     * The code of a matter.
     *
     * @throws InvalidValue if there is none
     */
    String known(String matterCode) {
        return matter(matterCode).code();
    }

    /**
     * The flow that a matter names; that of cases while nobody has said what the matter is.
     *
     * @throws InvalidValue if there is no such matter
     */
    Flow flow(@Nullable String matterCode) {
        return matterCode == null ? Flow.CASE : matter(matterCode).flow();
    }

    /**
     * The unit with this code.
     *
     * @throws InvalidValue if there is none
     */
    String unit(String code) {
        if (units.nameOf(code).isEmpty()) {
            throw new InvalidValue("case/unknown-unit", "unitCode", code);
        }
        return code;
    }

    private Matter matter(String code) {
        return catalogue
                .matter(code)
                .orElseThrow(() -> new InvalidValue("case/unknown-matter", "matterCode", code));
    }

    /**
     * The office of a level that a place lies in.
     *
     * @throws InvalidValue if it lies in no division of that level
     */
    Rung office(Place place, Level level) {
        return Arrays.stream(place.path().split("/", -1))
                .flatMap(code -> grid.division(code).stream())
                .filter(division -> division.level() == level)
                .map(Division::code)
                .map(code -> new Rung(level, code))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("case/no-such-office", "level", level.code()));
    }
}
