package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseDetail.Assisting;
import org.linli.cases.CaseDetail.Attending;
import org.linli.cases.CaseDetail.Meeting;
import org.linli.cases.CaseDetail.NamedUnit;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.Together.Called;
import org.linli.cases.Together.Whistle;
import org.linli.platform.geo.Position;

/** Shows who works on a case beside the unit that leads, in the words of those who did. */
final class JointViews {

    private static final double EARTH_METRES = 6_371_008.8;

    private JointViews() {}

    /** What each unit was asked for, and what it answered. */
    static List<Assisting> assists(
            CaseFile file, List<CaseEvent> history, Function<String, NamedUnit> names) {
        return file.affairs().together().assists().stream()
                .map(assist -> {
                    var unit = assist.unitCode();
                    var answeredAt = assist.answeredAt();
                    var answer =
                            answeredAt == null
                                    ? null
                                    : told(history, Kind.CO_ANSWER, unit, answeredAt)
                                            .flatMap(event -> event.said("answer"))
                                            .orElse(null);
                    return new Assisting(
                            names.apply(unit),
                            asked(history, Kind.CO_HANDLE, unit),
                            assist.askedAt(),
                            answer,
                            answeredAt);
                })
                .toList();
    }

    /** Who was called on site the last time, and who came; null if nobody ever was. */
    static @Nullable Meeting meeting(
            CaseFile file, List<CaseEvent> history, Function<String, NamedUnit> names) {
        var whistle = file.affairs().together().whistle();
        return whistle == null
                ? null
                : latest(history, Kind.WHISTLE)
                        .map(event -> meeting(file, event, whistle, history, names))
                        .orElse(null);
    }

    private static Meeting meeting(
            CaseFile file,
            CaseEvent blown,
            Whistle whistle,
            List<CaseEvent> history,
            Function<String, NamedUnit> names) {
        return new Meeting(
                whistle.at(),
                blown.said("place").orElse(""),
                whistle.meetAt(),
                blown.said("reason").orElse(""),
                whistle.called().stream()
                        .map(unit -> attending(file, unit, whistle, history, names))
                        .toList(),
                whistle.answeredAt(),
                whistle.isOpen()
                        ? null
                        : latest(history, Kind.JOINT_ANSWER)
                                .flatMap(event -> event.said("answer"))
                                .orElse(null));
    }

    private static Attending attending(
            CaseFile file,
            Called unit,
            Whistle whistle,
            List<CaseEvent> history,
            Function<String, NamedUnit> names) {
        var arrivedAt = unit.arrivedAt();
        return new Attending(
                names.apply(unit.unitCode()),
                asked(history, Kind.WHISTLE, unit.unitCode()),
                arrivedAt,
                arrivedAt == null ? null : Duration.between(whistle.at(), arrivedAt).toMinutes(),
                arrivedAt == null
                        ? null
                        : told(history, Kind.ARRIVE, unit.unitCode(), arrivedAt)
                                .map(event -> metres(file, event))
                                .orElse(null));
    }

    private static Optional<CaseEvent> latest(List<CaseEvent> history, Kind kind) {
        return history.reversed().stream()
                .filter(event -> event.step().equals(kind.code()))
                .findFirst();
    }

    private static Optional<CaseEvent> told(
            List<CaseEvent> history, Kind kind, String unit, Instant at) {
        return history.stream()
                .filter(event -> event.step().equals(kind.code()))
                .filter(event -> unit.equals(event.carried().get("coUnit")))
                .filter(event -> event.at().equals(at))
                .findFirst();
    }

    /** What a unit was asked for the last time. */
    private static String asked(List<CaseEvent> history, Kind kind, String unit) {
        return history.reversed().stream()
                .filter(event -> event.step().equals(kind.code()))
                .flatMap(event -> units(event))
                .filter(named -> unit.equals(named.get("unitCode")))
                .map(named -> named.get("asked"))
                .map(words -> words == null ? "" : words.toString())
                .findFirst()
                .orElse("");
    }

    private static Stream<Map<?, ?>> units(CaseEvent event) {
        return event.carried().get("units") instanceof List<?> units
                ? units.stream().filter(Map.class::isInstance).map(unit -> (Map<?, ?>) unit)
                : Stream.empty();
    }

    /** How far from the case somebody was when they said that they were there. */
    private static @Nullable Long metres(CaseFile file, CaseEvent event) {
        var position = file.report().place().position();
        return position != null
                        && event.carried().get("lon") instanceof Number lon
                        && event.carried().get("lat") instanceof Number lat
                ? Math.round(metres(position, lon.doubleValue(), lat.doubleValue()))
                : null;
    }

    private static double metres(Position from, double lon, double lat) {
        var high = Math.toRadians(lat - from.latitude());
        var wide =
                Math.toRadians(lon - from.longitude()) * Math.cos(Math.toRadians(from.latitude()));
        return EARTH_METRES * Math.hypot(high, wide);
    }
}
