package org.linli.bench.dashboard;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.access.AccessContext;
import org.linli.bench.lifecycle.Ours;
import org.linli.bench.lifecycle.Ours.Act;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseCourses;
import org.linli.cases.CaseFile;
import org.linli.platform.log.FollowerHealth;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * As many reports as a province has in a day with the demo's mix, each at its time of a day that
 * passes faster: most are solved by the grid in one act, some are dispatched, and their handlers
 * keep their limits, or are warned, or are late.
 */
final class ProvinceDay {

    /** Of a thousand reports of the demo district, so many are dispatched. */
    static final int DISPATCHED_OF_1000 = 28;

    private record Concern(String matterCode, int condition) {}

    /** With limits of two hours, of two and four hours of work, and of two working days. */
    private static final List<Concern> CONCERNS =
            List.of(
                    new Concern("12001", 1),
                    new Concern("11001", 1),
                    new Concern("11001", 2),
                    new Concern("12004", 2));

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration DESK = Duration.ofMinutes(5);

    /** The part of a limit after which work is done, at the most: some is late. */
    private static final double LATEST = 1.3;

    private static final int THREADS = 4;
    private static final long SEED = 1;

    private static final String DEADLINES =
            """
            select count(*) as reached, count(*) filter (where told) as told,
                coalesce(percentile_disc(0.95) within group (
                    order by extract(epoch from settled_at - at)), 0) as late
            from cases.deadline
            where settled_at is not null and at between :from and :to
            """;

    private final Ours ours;
    private final CaseCourses courses;
    private final FollowerHealth health;
    private final JdbcClient sql;
    private final DayClock clock;
    private final ZoneId zone;
    private final int reports;
    private final double pace;
    private final Random chance = new Random(SEED);
    private final List<Double> behind = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> lags = Collections.synchronizedList(new ArrayList<>());
    private final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger planned = new AtomicInteger();

    /**
     * @param pace how many times as fast as time the day is to pass
     */
    ProvinceDay(ApplicationContext linli, int reports, double pace) {
        this.ours = new Ours(linli);
        this.courses = linli.getBean(CaseCourses.class);
        this.health = linli.getBean(FollowerHealth.class);
        this.sql = linli.getBean(JdbcClient.class);
        this.clock = linli.getBean(DayClock.class);
        this.zone = linli.getBean(Calendar.class).zone();
        this.reports = reports;
        this.pace = pace;
    }

    /**
     * Lets the day pass, and says what was measured.
     *
     * @param first the number of its first report
     */
    void pass(int first, Map<String, Double> results) throws InterruptedException {
        var midnight = workday().atStartOfDay(zone).toInstant();
        clock.run(midnight, pace);
        var started = System.nanoTime();
        try (var watch = Executors.newSingleThreadScheduledExecutor();
                var threads = Executors.newScheduledThreadPool(THREADS)) {
            var _ = watch.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
            for (var report = 0; report < reports; report++) {
                var at = midnight.plus(DAY.multipliedBy(report).dividedBy(reports));
                var number = first + report;
                var dispatched = report % 1000 < DISPATCHED_OF_1000;
                at(
                        at,
                        threads,
                        () -> {
                            if (dispatched) {
                                dispatched(number, at, midnight.plus(DAY), threads);
                            } else {
                                ours.solvedByGrid(number);
                            }
                        });
            }
            while (planned.get() > 0) {
                Thread.sleep(10);
            }
            watch.shutdownNow();
        }
        watch();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        ours.settle();
        var followed = (System.nanoTime() - started) / 1e9 - seconds;
        results.put("a day: asked of it, times real time", pace);
        results.put("a day: passed in, times real time", DAY.toSeconds() / seconds);
        results.put("a day: acts began late by, p95 s", DashboardBench.p95(behind));
        results.put("a day: most that roll-ups lagged, s", Collections.max(lags));
        results.put("a day: until all that follows the log had it, s", followed);
        deadlines(midnight, results);
    }

    private void deadlines(Instant midnight, Map<String, Double> results) {
        AccessContext.asSystem(
                "bench",
                () ->
                        sql.sql(DEADLINES)
                                .param("from", Timestamp.from(midnight))
                                .param("to", Timestamp.from(midnight.plus(DAY)))
                                .query((row, _) -> {
                                    results.put(
                                            "a day: deadlines that came", row.getDouble("reached"));
                                    results.put(
                                            "a day: of which somebody was told",
                                            row.getDouble("told"));
                                    results.put(
                                            "a day: told after, p95 s",
                                            row.getDouble("late") / pace);
                                    return true;
                                })
                                .single());
    }

    /** Tomorrow, or after the days off: nothing may lie before what the bench has done already. */
    private LocalDate workday() {
        var day = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void dispatched(
            int number, Instant at, Instant midnight, ScheduledExecutorService threads) {
        var concern = CONCERNS.get(number % CONCERNS.size());
        var caseNo = ours.reported(number, concern.matterCode(), concern.condition());
        at(
                at.plus(DESK),
                threads,
                () -> {
                    ours.take(Act.FILE, number, caseNo);
                    ours.take(Act.DISPATCH, number, caseNo);
                    var given = clock.instant();
                    var limit = Duration.between(given, due(caseNo)).toSeconds();
                    var part = LATEST * chance();
                    var handled = given.plusSeconds(Math.round(limit * part));
                    if (handled.isBefore(midnight)) {
                        at(handled, threads, () -> solved(number, caseNo, handled, threads));
                    }
                });
    }

    private void solved(
            int number, String caseNo, Instant handled, ScheduledExecutorService threads) {
        ours.take(Act.HANDLE, number, caseNo);
        at(
                handled.plus(DESK),
                threads,
                () -> {
                    ours.take(Act.CHECK, number, caseNo);
                    ours.take(Act.CLOSE, number, caseNo);
                });
    }

    private synchronized double chance() {
        return chance.nextDouble();
    }

    private Instant due(String caseNo) {
        return AccessContext.asSystem(
                "bench", () -> courses.find(caseNo).map(CaseFile::dueAt).orElseThrow());
    }

    /** Does something once it is that time. */
    private void at(Instant time, ScheduledExecutorService threads, Runnable act) {
        var nanos = Math.max(0, realNanosUntil(time));
        var due = System.nanoTime() + nanos;
        planned.incrementAndGet();
        var _ =
                threads.schedule(
                        () -> {
                            behind.add((System.nanoTime() - due) / 1e9);
                            try {
                                act.run();
                            } catch (RuntimeException wrong) {
                                failures.add(wrong);
                            } finally {
                                planned.decrementAndGet();
                            }
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    private long realNanosUntil(Instant time) {
        return Math.round(Duration.between(clock.instant(), time).toNanos() / pace);
    }

    private void watch() {
        health.lags().stream()
                .filter(lag -> lag.follower().equals(DashboardBench.FOLLOWER))
                .forEach(lag -> lags.add(lag.seconds() / pace));
    }
}
