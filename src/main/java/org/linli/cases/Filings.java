package org.linli.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Filing;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Condition;
import org.linli.catalogue.Matter;
import org.linli.people.Units;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;

/** What a case is filed as and whom it is given to, from the catalogue and the units. */
@Component
class Filings {

    private final Catalogue catalogue;
    private final Units units;

    Filings(Catalogue catalogue, Units units) {
        this.catalogue = catalogue;
        this.units = units;
    }

    /**
     * A filing under the matter as it stands now.
     *
     * @param conditionNo null for the matter's usual condition
     * @throws InvalidValue if there is no such matter, or no such condition of it
     */
    Filing of(@Nullable String matterCode, @Nullable Integer conditionNo) {
        if (matterCode == null) {
            throw InvalidValue.missing("matterCode");
        }
        var matter = matter(matterCode);
        var condition =
                conditionNo == null
                        ? matter.usualCondition().orElse(null)
                        : matter.condition(conditionNo)
                                .orElseThrow(() ->
                                        new InvalidValue(
                                                "case/unknown-condition",
                                                "conditionNo",
                                                conditionNo,
                                                matterCode));
        return filing(matter, condition);
    }

    private static Filing filing(Matter matter, @Nullable Condition condition) {
        return new Filing(
                matter.code(),
                matter.version(),
                condition == null ? 0 : condition.no(),
                condition == null ? null : condition.limit().code());
    }

    /**
     * A filing that came from elsewhere, under the usual condition of its matter in the version it
     * was filed under; null where that has none.
     */
    @Nullable Filing completed(Filing filing) {
        return Optional.ofNullable(filing.matterCode())
                .flatMap(code -> catalogue.matter(code, filing.matterVersion()))
                .filter(matter -> matter.usualCondition().isPresent())
                .map(matter -> filing(matter, matter.usualCondition().orElse(null)))
                .orElse(null);
    }

    /**
     * The flow that a matter names; that of cases while nobody has said what the matter is.
     *
     * @throws InvalidValue if there is no such matter
     */
    String flow(@Nullable String matterCode) {
        return matterCode == null ? "case" : matter(matterCode).flow().code();
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
}
