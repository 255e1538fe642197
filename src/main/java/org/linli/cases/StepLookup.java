package org.linli.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Flow;
import org.linli.grid.Level;
import org.linli.platform.problem.InvalidValue;

/** What a step refers to by code or number. */
interface StepLookup {

    /**
     * What a case is filed as.
     *
     * @param conditionNo null for the matter's usual one
     * @throws InvalidValue if the catalogue knows no such matter or condition
     */
    CaseState.Filing filing(String matterCode, @Nullable Integer conditionNo);

    /**
     * What a service is taken on as.
     *
     * @param matterCode null for what it was reported as
     */
    CaseState.Filing helped(@Nullable String matterCode, @Nullable Integer conditionNo);

    /**
     * Which way a matter goes.
     *
     * @throws InvalidValue if the catalogue knows no such matter
     */
    Flow flow(String matterCode);

    /**
     * The unit with this code.
     *
     * @throws InvalidValue if there is none
     */
    String unit(String code);

    /**
     * The case that goes on for both.
     *
     * @throws InvalidValue if there is no such case that this one can be merged into
     */
    CaseKey survivor(String caseNo);

    /**
     * A concern that the case names among others.
     *
     * @throws InvalidValue if it lacks something, or the catalogue knows no such matter
     */
    CaseStep.Part part(StepRequest.PartAsked asked);

    /**
     * The filing under the usual condition of the matter, for a case that came from elsewhere filed
     * under none; null where there is nothing to complete it with.
     */
    CaseState.@Nullable Filing completed(CaseState.Filing filing);

    /**
     * The office of a level that the case lies in; null for the street's.
     *
     * @throws InvalidValue if it lies in no division of that level
     */
    @Nullable Rung office(Level level);

    /** Which of these units who takes the step acts for. */
    Optional<String> own(List<String> units);

    /** When whoever has the case, or handled it, was last given it to handle. */
    Optional<Instant> givenAt();

    /** Who takes the step. */
    String actor();

    /** The time of day. */
    Instant now();

    /** The zone of this installation. */
    ZoneId zone();

    /** The beginning of a day. */
    Instant beginning(LocalDate day);

    /** The day it is. */
    LocalDate today();

    /** Whether a closing by the grid is drawn for an independent check. */
    boolean drawn(CaseState.Filing filing);
}
