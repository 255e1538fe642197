package org.linli.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case, for those who follow the log. What the event itself says never changes;
 * an import that corrects a past tells it again by new events, from version 1.
 *
 * @param id in the log of all cases
 * @param version of the case that it made, from 1
 * @param step the step's code, {@code report}, or another that no caller takes
 * @param state the code of the state it led to
 * @param at when it happened; offline work is told later
 * @param recordedAt when Linli was told
 * @param unitCode who answers for the case from here on; null is the grid or the street office
 * @param note free text: it may tell of people, and goes nowhere that they may not be told of
 * @param carried what the step carried besides, by its name in the API
 * @param subject what the case is now, not what it was then
 */
public record LoggedEvent(
        long id,
        CaseKey key,
        int version,
        String step,
        String state,
        Instant at,
        Instant recordedAt,
        String actor,
        String actorRole,
        @Nullable String unitCode,
        String note,
        Map<String, Object> carried,
        Subject subject) {

    public LoggedEvent {
        carried = Map.copyOf(carried);
    }

    /** Without what it says of people. */
    @Override
    public String toString() {
        return "%s %s %d %s".formatted(key.countyCode(), key.id(), version, step);
    }

    /**
     * The case as it is when the event is read.
     *
     * @param version of the case by now
     * @param sourceSystem where it came from; null unless imported or handed over
     * @param imported whether an import told of it, and it may know less than others
     * @param service whether it is helped with, and not filed and checked
     * @param conditionNo the filing condition, which says how grave it is
     * @param path the codes from the top down to its cell, each between slashes
     * @param cellCode null unless placed
     * @param reporter the actor who reported it
     * @param level whose office has it on the ladder; null for the street's
     * @param awaiting for what it waits beside the usual course: {@code ruling}, {@code decision}
     * @param mergedInto the id of the case it was merged into
     */
    public record Subject(
            String caseNo,
            int version,
            String state,
            String source,
            @Nullable String sourceSystem,
            boolean imported,
            @Nullable String matterCode,
            boolean service,
            @Nullable Integer conditionNo,
            String path,
            @Nullable String cellCode,
            @Nullable String unitCode,
            String reporter,
            Instant reportedAt,
            @Nullable Instant dueAt,
            @Nullable Instant heldUntil,
            @Nullable String level,
            @Nullable String awaiting,
            @Nullable Long mergedInto) {}
}
