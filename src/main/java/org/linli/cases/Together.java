package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a case beside the unit that leads.
 *
 * @param assists what single units were asked for (协办)
 * @param whistle the last time units were called on site (联动处置, 吹哨); null if they never were
 */
record Together(List<Assist> assists, @Nullable Whistle whistle) {

    static final Together NONE = new Together(List.of(), null);

    Together {
        assists = List.copyOf(assists);
    }

    /**
     * A unit that was asked to help.
     *
     * @param answeredAt null until it has answered
     */
    record Assist(String unitCode, Instant askedAt, @Nullable Instant answeredAt) {

        boolean isOpen() {
            return answeredAt == null;
        }

        Assist answered(Instant at) {
            return new Assist(unitCode, askedAt, at);
        }
    }

    /**
     * Units called to meet on site.
     *
     * @param meetAt by when
     * @param answeredAt when they had their joint answer; null until then
     */
    record Whistle(Instant at, Instant meetAt, List<Called> called, @Nullable Instant answeredAt) {

        Whistle {
            called = List.copyOf(called);
        }

        boolean isOpen() {
            return answeredAt == null;
        }

        Whistle arrived(String unitCode, Instant now) {
            var then = called.stream().map(unit -> unit.arrived(unitCode, now)).toList();
            return new Whistle(at, meetAt, then, answeredAt);
        }

        Whistle answered(Instant now) {
            return new Whistle(at, meetAt, called, now);
        }
    }

    /**
     * @param arrivedAt null until somebody of the unit was there
     */
    record Called(String unitCode, @Nullable Instant arrivedAt) {

        Called arrived(String unit, Instant now) {
            return unit.equals(unitCode) && arrivedAt == null ? new Called(unit, now) : this;
        }
    }

    /** The units that have to do with the case, beside the one that leads. */
    List<String> units() {
        return Stream.concat(assists.stream().map(Assist::unitCode), called().map(Called::unitCode))
                .distinct()
                .toList();
    }

    private Stream<Called> called() {
        return whistle == null ? Stream.empty() : whistle.called().stream();
    }

    /** The units that were asked for something and have not answered. */
    List<String> asked() {
        return assists.stream().filter(Assist::isOpen).map(Assist::unitCode).toList();
    }

    /** The units that were called and are not there. */
    List<String> awaited() {
        return called().filter(unit -> isWhistled() && unit.arrivedAt() == null)
                .map(Called::unitCode)
                .toList();
    }

    boolean isWhistled() {
        return whistle != null && whistle.isOpen();
    }

    /** Whether others have yet to answer before the unit that leads can. */
    boolean waits() {
        return !asked().isEmpty() || isWhistled();
    }

    Together asking(List<String> units, Instant now) {
        var more = units.stream().map(unit -> new Assist(unit, now, null));
        return new Together(Stream.concat(assists.stream(), more).toList(), whistle);
    }

    Together answered(String unit, Instant now) {
        return new Together(
                assists.stream()
                        .map(assist ->
                                assist.isOpen() && assist.unitCode().equals(unit)
                                        ? assist.answered(now)
                                        : assist)
                        .toList(),
                whistle);
    }

    /** Without what this unit was asked for. */
    Together withdrawn(String unit) {
        return keeping(assist -> !(assist.isOpen() && assist.unitCode().equals(unit)));
    }

    private Together keeping(Predicate<Assist> which) {
        return new Together(assists.stream().filter(which).toList(), whistle);
    }

    Together whistling(@Nullable Whistle blown) {
        return new Together(assists, blown);
    }

    /** Where a case moves on, what nobody answered lapses; where it comes back, all of it does. */
    Together moved(CaseState from, CaseState to) {
        if (from instanceof CaseState.Closed && to instanceof CaseState.Filed) {
            return NONE;
        }
        return switch (to) {
            case CaseState.Handled _, CaseState.Closed _, CaseState.Merged _, CaseState.SplitUp _ ->
                    settled();
            case CaseState.Returned _, CaseState.Contested _ -> keeping(_ -> false);
            default -> this;
        };
    }

    private Together settled() {
        return keeping(assist -> !assist.isOpen()).whistling(isWhistled() ? null : whistle);
    }
}
