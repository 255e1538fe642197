package org.linli.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseStep.Kind;
import org.linli.catalogue.Flow;
import org.linli.grid.Level;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;

/** Finds what steps refer to by code or number. */
@Component
class References {

    /** Where a case stands that somebody has to handle. */
    private static final String GIVEN = "DISPATCHED";

    private final CaseStore store;
    private final CaseEventStore events;
    private final Filings filings;
    private final Places places;
    private final Sampling sampling;
    private final Calendar calendar;
    private final Clock clock;

    References(
            CaseStore store,
            CaseEventStore events,
            Filings filings,
            Places places,
            Sampling sampling,
            Calendar calendar,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.filings = filings;
        this.places = places;
        this.sampling = sampling;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What a step of an actor with a case may refer to.
     *
     * @param at when it is done
     * @param now when it is told
     */
    StepLookup of(Actor actor, CaseFile file, Instant at, Instant now) {
        return new OfStep(actor, file, at, now);
    }

    private final class OfStep implements StepLookup {

        private final Actor actor;
        private final CaseFile file;
        private final Instant at;
        private final Instant now;

        OfStep(Actor actor, CaseFile file, Instant at, Instant now) {
            this.actor = actor;
            this.file = file;
            this.at = at;
            this.now = now;
        }

        @Override
        public Filing filing(String matterCode, @Nullable Integer conditionNo) {
            return filings.of(file, matterCode, conditionNo, at);
        }

        @Override
        public Filing helped(@Nullable String matterCode, @Nullable Integer conditionNo) {
            return filings.helped(file, matterCode, conditionNo, at);
        }

        @Override
        public Flow flow(String matterCode) {
            return filings.flow(matterCode);
        }

        @Override
        public String unit(String code) {
            return filings.unit(code);
        }

        @Override
        public CaseKey survivor(String caseNo) {
            return store.find(caseNo)
                    .filter(other -> other.readableBy(actor))
                    .filter(other -> !other.key().equals(file.key()))
                    .filter(other -> other.key().countyCode().equals(file.key().countyCode()))
                    .filter(other -> CaseFlow.from(other.state()).contains(Kind.MERGE))
                    .map(CaseFile::key)
                    .orElseThrow(() -> new InvalidValue("case/cannot-merge-into", "into", caseNo));
        }

        @Override
        public CaseStep.Part part(StepRequest.PartAsked asked) {
            return new CaseStep.Part(
                    asked.saidText(),
                    filings.known(asked.saidMatter()),
                    places.ofPart(file.report().place(), asked));
        }

        @Override
        public @Nullable Filing completed(Filing filing) {
            return filings.completed(file, filing, at);
        }

        @Override
        public @Nullable Rung office(Level level) {
            return level == Ladder.USUAL ? null : filings.office(file.report().place(), level);
        }

        @Override
        public Optional<String> own(List<String> units) {
            return actor.posts().stream()
                    .map(Post::unitCode)
                    .filter(unit -> unit != null && units.contains(unit))
                    .findFirst();
        }

        @Override
        public Optional<Instant> givenAt() {
            var given = Optional.<Instant>empty();
            var state = "";
            String unit = null;
            for (var event : events.history(file.key())) {
                var stays = event.state().equals(state) && Objects.equals(event.unitCode(), unit);
                state = event.state();
                unit = event.unitCode();
                if (!stays && state.equals(GIVEN)) {
                    given = Optional.of(event.at());
                }
            }
            return given;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public String actor() {
            return actor.id();
        }

        @Override
        public ZoneId zone() {
            return calendar.zone();
        }

        @Override
        public Instant beginning(LocalDate day) {
            return day.atStartOfDay(calendar.zone()).toInstant();
        }

        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), calendar.zone());
        }

        @Override
        public boolean drawn(Filing filing) {
            return sampling.drawn(file, filing, now);
        }
    }
}
