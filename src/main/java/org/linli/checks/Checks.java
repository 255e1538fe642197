package org.linli.checks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.Scope;
import org.linli.calendar.Calendar;
import org.linli.cases.CaseItem;
import org.linli.cases.CaseKey;
import org.linli.cases.CaseNumber;
import org.linli.cases.ChosenCases;
import org.linli.catalogue.Catalogue;
import org.linli.checks.DayDraw.Purpose;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.statistics.Wilson;
import org.springframework.stereotype.Component;

/** What waits to be looked at, how it was drawn, and what was found. */
@Component
class Checks {

    private static final int DAYS_SHOWN = 40;

    private final DrawnStore tasks;
    private final DrawStore draws;
    private final ChosenCases cases;
    private final Accounts accounts;
    private final Grid grid;
    private final Units units;
    private final Catalogue catalogue;
    private final Calendar calendar;
    private final Clock clock;

    Checks(
            DrawnStore tasks,
            DrawStore draws,
            ChosenCases cases,
            Accounts accounts,
            Grid grid,
            Units units,
            Catalogue catalogue,
            Calendar calendar,
            Clock clock) {
        this.tasks = tasks;
        this.draws = draws;
        this.cases = cases;
        this.accounts = accounts;
        this.grid = grid;
        this.units = units;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A case that was drawn.
     *
     * @param assigned to whoever asks, rather than to anybody who may
     */
    @Classified(FieldClass.C1)
    record Drawn(CaseItem item, boolean assigned, Instant drawnAt) {}

    /**
     * The draw of a day.
     *
     * @param commitment SHA-256 of the seed, in hex, written down before the day
     * @param seed null until the day is over
     * @param keyId the key file the seed follows from
     * @param factors by how much closings of a matter are drawn oftener than the rules say
     */
    @Classified(FieldClass.C0)
    record Draw(
            LocalDate day,
            String commitment,
            Instant committedAt,
            @Nullable String seed,
            String keyId,
            Map<String, Double> factors,
            double supervisionRate) {}

    /**
     * A closing of a day that is over, with the number it was drawn by.
     *
     * @param number from 0 to 1: it is drawn if it is below the rate
     * @param rate of its matter; null where the grid did not close it itself
     */
    @Classified(FieldClass.C1)
    record Closing(
            String caseNo,
            int version,
            @Nullable String matterCode,
            Instant recordedAt,
            double number,
            @Nullable Double rate,
            boolean drawn,
            double supervisionNumber,
            boolean supervised) {}

    /** The draw of a day and every closing it drew from, as far as the caller may see them. */
    @Classified(FieldClass.C1)
    record DayOfDraw(List<Draw> draws, List<Closing> closings) {

        DayOfDraw {
            draws = List.copyOf(draws);
            closings = List.copyOf(closings);
        }
    }

    /**
     * What checks found in a group: a share with its interval, and never a score.
     *
     * @param group the code; empty for the grid's own, or where nothing is told apart
     * @param share of the checked that were solved; null where none was checked
     * @param low where the share of all lies at least, 19 times in 20; null likewise
     * @param high where it lies at most; null likewise
     */
    @Classified(FieldClass.C0)
    record Quality(
            String group,
            String groupName,
            long solved,
            long checked,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high) {}

    List<Drawn> waiting(Actor actor, Purpose purpose) {
        var action = purpose == Purpose.CHECK ? Action.CASE_CHECK : Action.SUPERVISE;
        var scope = Policy.scope(actor, action);
        var waiting = tasks.waiting(purpose, actor.id(), scope, left(purpose, actor, scope));
        var shown = shown(waiting.stream().map(DrawnStore.Waiting::key).distinct().toList());
        return waiting.stream()
                .flatMap(task ->
                        Optional.ofNullable(shown.get(task.key())).stream()
                                .map(item -> new Drawn(item, task.assigned(), task.drawnAt())))
                .toList();
    }

    private Map<CaseKey, CaseItem> shown(List<CaseKey> keys) {
        return cases.items(keys).stream()
                .collect(
                        Collectors.toMap(
                                item -> CaseNumber.key(item.row().caseNo()).orElseThrow(),
                                Function.identity()));
    }

    /** What was given to somebody whose post has ended is there for whoever else may look. */
    private List<DrawnStore.Given> left(Purpose purpose, Actor actor, Scope scope) {
        return tasks.given(purpose, actor.id(), scope).stream()
                .collect(Collectors.groupingBy(DrawnStore.Given::assignee))
                .entrySet()
                .stream()
                .flatMap(given -> {
                    var posts = postsOf(given.getKey());
                    return given.getValue().stream().filter(it -> !looksAt(posts, it.path()));
                })
                .toList();
    }

    private List<Post> postsOf(String checker) {
        return accounts.find(checker).filter(Account::active).map(Account::posts).orElse(List.of());
    }

    private static boolean looksAt(List<Post> posts, String path) {
        return posts.stream().anyMatch(post -> post.role() == Role.CHECKER && post.covers(path));
    }

    List<Draw> draws() {
        return draws.latest(DAYS_SHOWN).stream().map(Checks::draw).toList();
    }

    /** The draw of a day; which closings it drew is told once its seed is. */
    DayOfDraw of(Actor actor, LocalDate day) {
        var written = draws.ofDay(day);
        var closings = new ArrayList<Closing>();
        var seen = tasks.closings(day, calendar.zone(), Policy.scope(actor, Action.CASE_READ));
        written.stream()
                .filter(draw -> draw.seed() != null)
                .findFirst()
                .ifPresent(draw -> seen.forEach(closing -> closings.add(closing(draw, closing))));
        return new DayOfDraw(written.stream().map(Checks::draw).toList(), closings);
    }

    private static Draw draw(DrawStore.Written written) {
        var hex = HexFormat.of();
        var seed = written.seed();
        return new Draw(
                written.day(),
                hex.formatHex(written.commitment()),
                written.committedAt(),
                seed == null ? null : hex.formatHex(seed),
                written.keyId(),
                written.rates().factors(),
                written.rates().supervision());
    }

    private static Closing closing(DrawStore.Written written, DrawnStore.Closing closing) {
        var draw =
                new DayDraw(written.day(), Objects.requireNonNull(written.seed()), written.rates());
        var number = draw.number(Purpose.CHECK, closing.caseNo(), closing.version());
        var other = draw.number(Purpose.SUPERVISION, closing.caseNo(), closing.version());
        var rate = closing.rate();
        return new Closing(
                closing.caseNo(),
                closing.version(),
                closing.matterCode(),
                closing.recordedAt(),
                number,
                rate,
                rate != null && number < rate,
                other,
                other < written.rates().supervision());
    }

    /**
     * What checks have found, with intervals.
     *
     * @throws InvalidValue if the area is not known
     */
    List<Quality> quality(
            Actor actor, QualityBy by, @Nullable String area, LocalDate from, LocalDate to) {
        var path = area == null || area.isBlank() ? "/" : path(area);
        var found =
                tasks.quality(
                        by,
                        Policy.scope(actor, Action.INDICATOR_READ),
                        path,
                        from.atStartOfDay(calendar.zone()).toInstant(),
                        to.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
        var grouped = by.byArea() ? byArea(by, found) : found;
        return grouped.isEmpty() && by == QualityBy.NONE
                ? List.of(quality(by, new DrawnStore.Quality("", 0, 0)))
                : grouped.stream().map(each -> quality(by, each)).toList();
    }

    /** The day it is in the district. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    private String path(String area) {
        return grid.division(area)
                .map(Division::path)
                .orElseThrow(() -> new InvalidValue("case/unknown-area", "area", area));
    }

    private List<DrawnStore.Quality> byArea(QualityBy by, List<DrawnStore.Quality> byPath) {
        var sums = new TreeMap<String, DrawnStore.Quality>();
        for (var each : byPath) {
            var code = divisionOf(by, each.group());
            sums.merge(
                    code,
                    new DrawnStore.Quality(code, each.solved(), each.checked()),
                    (one, other) ->
                            new DrawnStore.Quality(
                                    code,
                                    one.solved() + other.solved(),
                                    one.checked() + other.checked()));
        }
        return List.copyOf(sums.values());
    }

    private String divisionOf(QualityBy by, String path) {
        return Stream.of(path.split("/", -1))
                .filter(code ->
                        grid.division(code)
                                .filter(division -> division.level().code().equals(by.code()))
                                .isPresent())
                .collect(Collectors.joining());
    }

    private Quality quality(QualityBy by, DrawnStore.Quality found) {
        var interval = Wilson.of(found.solved(), found.checked());
        return new Quality(
                found.group(),
                name(by, found.group()),
                found.solved(),
                found.checked(),
                interval.share(),
                interval.low(),
                interval.high());
    }

    private String name(QualityBy by, String code) {
        return switch (by) {
            case NONE -> "";
            case STREET, COMMUNITY -> grid.division(code).map(Division::name).orElse(code);
            case UNIT -> units.nameOf(code).orElse(code);
            case MATTER -> catalogue.matter(code).map(matter -> matter.nameZh()).orElse(code);
        };
    }
}
