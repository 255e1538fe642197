package org.linli.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.LoggedEvent;

/**
 * Whom an event of a case concerns besides whoever took the step, and what each of them is told. A
 * queue is no news: what an office finds in its own list is not told as well.
 */
final class Addressees {

    private static final String RULING = "ruling";

    private final LoggedEvent event;
    private final Audience audience;
    private final String path;

    Addressees(LoggedEvent event, Audience audience) {
        this.event = event;
        this.audience = audience;
        this.path = event.subject().path();
    }

    /** Some people, and what they are told. */
    record Told(Collection<String> accounts, Topic topic) {}

    /**
     * @param unitBefore who had the case before the event, where that has to be asked
     */
    List<Told> told(Supplier<Optional<String>> unitBefore) {
        return switch (event.step()) {
            case "accept" -> List.of(new Told(audience.onSpot(path), Topic.VERIFY));
            case "escalate" -> office(carried("level"), Topic.ESCALATED);
            case "assign" -> office(carried("level"), Topic.ASSIGNED);
            case "dispatch", "dispatch-again" -> holder(Topic.DISPATCHED);
            case "match" -> unit(event.unitCode(), Topic.MATCHED);
            case "confirm", "call-back" ->
                    event.state().equals("DISPATCHED")
                            ? unit(event.unitCode(), Topic.NOT_DONE)
                            : List.of();
            case "rule" -> ruled();
            case "co-handle" -> named(Topic.CO_HANDLE);
            case "co-answer" -> holder(Topic.CO_ANSWERED);
            case "co-withdraw" -> unit(carried("coUnit"), Topic.CO_WITHDRAWN);
            case "whistle" -> named(Topic.WHISTLE);
            case "joint-answer" -> holder(Topic.JOINT_ANSWER);
            case "correct" -> holder(Topic.CORRECTED);
            case "merge" -> unit(unitBefore.get().orElse(null), Topic.MERGED);
            case "yellow-card" -> holder(Topic.YELLOW_CARD);
            case "red-card" -> holder(Topic.RED_CARD);
            case "urge" -> holder(Topic.URGED);
            case "rework" -> contested().orElseGet(() -> holder(Topic.REWORK));
            case "return" -> contested().orElseGet(() -> office(level(), Topic.RETURNED));
            case "ask-extension" -> List.of(new Told(audience.street(path), Topic.ASKED));
            case "ask-hold", "ask-forced-close", "appeal" -> deciding();
            case "approve" -> carries("pending") ? deciding() : asked(Topic.GRANTED);
            case "decline" -> asked(Topic.DECLINED);
            case "unhold" -> holderAndStreet(Topic.HOLD_ENDED);
            case "reopen" -> List.of(new Told(audience.street(path), Topic.REOPENED));
            default -> List.of();
        };
    }

    private Optional<List<Told>> contested() {
        return RULING.equals(event.subject().awaiting())
                ? Optional.of(List.of(new Told(audience.ruling(level(), path), Topic.CONTESTED)))
                : Optional.empty();
    }

    private List<Told> ruled() {
        var responsible = carried("responsible");
        return responsible == null || responsible.equals(event.unitCode())
                ? holder(Topic.RULED)
                : Stream.concat(
                                holder(Topic.RULED).stream(),
                                unit(responsible, Topic.CHARGED).stream())
                        .toList();
    }

    private List<Told> deciding() {
        return List.of(new Told(audience.deciding(path), Topic.ASKED));
    }

    /** Those who may have asked: the unit alone for an extension or an appeal. */
    private List<Told> asked(Topic topic) {
        return switch (carried("application")) {
            case "hold", "forced-close" -> holderAndStreet(topic);
            case null, default -> holder(topic);
        };
    }

    /** Those of the unit that answers for the case from here on, or of the office if none does. */
    private List<Told> holder(Topic topic) {
        return event.unitCode() == null ? office(level(), topic) : unit(event.unitCode(), topic);
    }

    private List<Told> holderAndStreet(Topic topic) {
        var accounts = new ArrayList<>(audience.street(path));
        holder(topic).forEach(told -> accounts.addAll(told.accounts));
        return List.of(new Told(accounts, topic));
    }

    private List<Told> office(@Nullable String level, Topic topic) {
        return List.of(new Told(audience.office(level, path), topic));
    }

    private List<Told> unit(@Nullable String code, Topic topic) {
        return code == null ? List.of() : List.of(new Told(audience.unit(code), topic));
    }

    /** The units that the step named. */
    private List<Told> named(Topic topic) {
        return event.carried().get("units") instanceof List<?> units
                ? units.stream()
                        .flatMap(unit -> unit instanceof Map<?, ?> one ? code(one) : Stream.empty())
                        .flatMap(code -> unit(code, topic).stream())
                        .toList()
                : List.of();
    }

    private static Stream<String> code(Map<?, ?> unit) {
        return unit.get("unitCode") instanceof String code ? Stream.of(code) : Stream.empty();
    }

    private @Nullable String level() {
        return event.subject().level();
    }

    private boolean carries(String name) {
        return event.carried().containsKey(name);
    }

    private @Nullable String carried(String name) {
        var value = event.carried().get(name);
        return value == null ? null : value.toString();
    }
}
