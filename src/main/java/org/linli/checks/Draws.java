package org.linli.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.calendar.Calendar;
import org.linli.cases.Draw;
import org.linli.checks.DayDraw.Purpose;
import org.linli.platform.keys.Keys;
import org.linli.platform.rounds.Round;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Draws what is looked at independently. The seed of a day follows from the key file, so every node
 * has the same one and no copy of the database tells it; what a draw costs is one hash in memory.
 */
@Component
class Draws implements Draw, Round {

    /** Written down this long before, so that nobody picks a seed when the cases are known. */
    static final int DAYS_AHEAD = 2;

    private static final Duration RISK_BY = Duration.ofDays(90);

    private final DrawStore store;
    private final Keys keys;
    private final Calendar calendar;
    private final Clock clock;
    private final double supervision;
    private volatile @Nullable DayDraw latest;

    /**
     * @param supervision the share of all closings that supervisors are given, 0 to 1
     */
    Draws(
            DrawStore store,
            Keys keys,
            Calendar calendar,
            Clock clock,
            @Value("${linli.checks.supervision-rate:0.01}") double supervision) {
        this.store = store;
        this.keys = keys;
        this.calendar = calendar;
        this.clock = clock;
        if (!(supervision >= 0 && supervision <= 1)) {
            throw new IllegalArgumentException(
                    "linli.checks.supervision-rate must be from 0 to 1, not " + supervision);
        }
        this.supervision = supervision;
    }

    @Override
    public double rate(double usual, @Nullable String matterCode, Instant recordedAt) {
        return of(day(recordedAt)).rates().of(usual, matterCode);
    }

    @Override
    public boolean drawn(String caseNo, int version, double rate, Instant recordedAt) {
        return of(day(recordedAt)).number(Purpose.CHECK, caseNo, version) < rate;
    }

    /** Whether a closing is one for the supervisors. */
    boolean supervised(String caseNo, int version, Instant recordedAt) {
        var draw = of(day(recordedAt));
        return draw.number(Purpose.SUPERVISION, caseNo, version) < draw.rates().supervision();
    }

    /** The day of the district that a moment belongs to. */
    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, calendar.zone());
    }

    @Override
    public String name() {
        return "checks.draws";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void go() {
        keep();
    }

    /** Writes down the draws of the days to come, and the seeds of those that are over. */
    void keep() {
        var today = day(clock.instant());
        AccessContext.asSystem(
                "draws",
                () -> {
                    for (var ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
                        commit(today.plusDays(ahead));
                    }
                    var key = keys.file().id();
                    store.toReveal(key, today).forEach(day -> store.reveal(day, key, seed(day)));
                });
    }

    private DayDraw of(LocalDate day) {
        var known = latest;
        if (known != null && known.day().equals(day)) {
            return known;
        }
        var read = AccessContext.asSystem("draw of the day", () -> written(day));
        latest = read;
        return read;
    }

    /** Rates are those that were written down, whatever has been found since. */
    private DayDraw written(LocalDate day) {
        var key = keys.file().id();
        var rates =
                store.find(day, key)
                        .or(() -> {
                            commit(day);
                            return store.find(day, key);
                        })
                        .map(DrawStore.Written::rates)
                        .orElseThrow();
        return new DayDraw(day, seed(day), rates);
    }

    private void commit(LocalDate day) {
        var key = keys.file().id();
        if (store.find(day, key).isEmpty()) {
            store.commit(new DayDraw(day, seed(day), rates()), key, clock.instant());
        }
    }

    private SampleRates rates() {
        var factors = new HashMap<String, Double>();
        for (var found : store.found(clock.instant().minus(RISK_BY))) {
            var factor = SampleRates.byRisk(found.wanting(), found.checked());
            if (factor > 1) {
                factors.put(found.matterCode(), factor);
            }
        }
        return new SampleRates(factors, supervision);
    }

    /** A key of its own, so that a seed made public tells nothing of the key file. */
    private byte[] seed(LocalDate day) {
        var key = DayDraw.hmac(keys.file().indexing(), "linli/checks/draws");
        return DayDraw.hmac(key, day.toString());
    }
}
