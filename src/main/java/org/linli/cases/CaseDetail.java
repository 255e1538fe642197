package org.linli.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A case with its history, its clock and what its reader may do with it now.
 *
 * @param filing what it was filed as; null until it is
 * @param steps the codes of the steps the reader may take
 * @param followers how many reporters follow it
 * @param reporterParts what the reporter left of how to reach them, as far as its reader may have
 *     it shown: {@code name}, {@code phone}, {@code email}
 * @param rejected the units with whose work the reporter was not content
 * @param urged how often somebody above urged whoever has it
 * @param application what waits to be decided; null if nothing does
 * @param officeName the division whose office has it; null for the street's
 * @param reports those it goes back to: its own, and those that were merged into it
 * @param assists the units that were asked to help
 * @param meeting the units that were called on site the last time; null if none ever were
 * @param splitFrom the number of the case that named this concern among others; null for most
 * @param parts the cases it was split into; empty for most
 */
@Classified(FieldClass.C1)
public record CaseDetail(
        @JsonUnwrapped CaseItem item,
        List<Entry> history,
        RunningClock clock,
        List<ShownPhoto> photos,
        @Nullable FiledAs filing,
        List<String> steps,
        int followers,
        List<String> reporterParts,
        @Nullable Asked application,
        List<NamedUnit> rejected,
        int urged,
        @Nullable String officeName,
        List<MergedReport> reports,
        List<Assisting> assists,
        @Nullable Meeting meeting,
        @Nullable String splitFrom,
        List<CaseItem> parts) {

    public CaseDetail {
        parts = List.copyOf(parts);
        history = List.copyOf(history);
        photos = List.copyOf(photos);
        steps = List.copyOf(steps);
        reports = List.copyOf(reports);
        reporterParts = List.copyOf(reporterParts);
        rejected = List.copyOf(rejected);
        assists = List.copyOf(assists);
    }

    /**
     * One line of the history.
     *
     * @param lateEntry whether it was entered some time after it was done
     * @param was what a correction found: {@code matterCode}, {@code conditionNo}, {@code place},
     *     {@code handledAt}; empty for other steps
     * @param conditionNo the condition the step filed the case under; null where it filed nothing
     * @param dueBefore when it was due before the calendar changed; null but where it did
     * @param dueAt when it is due since
     * @param reached whether whoever reported it, or asked for help, was reached; null where nobody
     *     tried
     * @param means how that was tried: {@code phone}, {@code in_person} or {@code message}
     */
    public record Entry(
            int seq,
            String step,
            String state,
            Instant at,
            Instant recordedAt,
            String actorName,
            String actorRole,
            @Nullable String unitCode,
            @Nullable String unitName,
            String note,
            @Nullable String reason,
            @Nullable Integer conditionNo,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAt,
            List<UUID> photoIds,
            boolean lateEntry,
            Map<String, Object> was,
            @Nullable Boolean reached,
            @Nullable String means) {

        public Entry {
            photoIds = List.copyOf(photoIds);
            was = Map.copyOf(was);
        }
    }

    /**
     * The clock, and who had the case while it ran.
     *
     * @param startedAt null until the case is dispatched
     * @param dueAt null where no limit is set
     * @param stoppedAt null while it runs
     * @param deadlines what has come and is to come on it
     * @param office for what it waits at an office; null while a unit has it, and once it is over
     */
    public record RunningClock(
            @Nullable Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant stoppedAt,
            List<Segment> segments,
            List<ShownDeadline> deadlines,
            @Nullable OfficeWait office) {

        public RunningClock {
            segments = List.copyOf(segments);
            deadlines = List.copyOf(deadlines);
        }
    }

    /**
     * What comes up while the clock runs.
     *
     * @param kind {@code warn}, {@code due} or {@code overdue}
     * @param toldAt when whoever has the case was told; null until then, and where nobody was
     */
    public record ShownDeadline(String kind, Instant at, @Nullable Instant toldAt) {}

    /**
     * A stretch of time and who answered for it.
     *
     * @param unitCode who had it; null for the grid or the street office
     * @param to null while it lasts
     * @param chargedTo whom it counts against: who had it, unless a ruling found otherwise; null
     *     for the office, also while it has yet to look at what a unit has done
     * @param areaCode the division whose office had it while no unit did; null for the street's
     * @param held whether the case was on hold, so that it counts against nobody
     */
    public record Segment(
            @Nullable String unitCode,
            @Nullable String unitName,
            String state,
            Instant from,
            @Nullable Instant to,
            @Nullable String chargedTo,
            @Nullable String chargedToName,
            boolean held,
            @Nullable String areaCode,
            @Nullable String areaName) {

        /** The same stretch, counting against this unit. */
        Segment chargedTo(@Nullable String unit, @Nullable String name) {
            return new Segment(
                    unitCode, unitName, state, from, to, unit, name, held, areaCode, areaName);
        }
    }

    /**
     * What somebody asked for and others decide.
     *
     * @param subject {@code extension}, {@code hold}, {@code forced-close} or {@code appeal}
     * @param ground of a hold: {@code season} or {@code money}
     * @param until when the hold would end
     * @param approvals how many have approved it so far
     */
    public record Asked(
            String subject,
            String byName,
            String byRole,
            Instant at,
            String reason,
            @Nullable String ground,
            @Nullable Instant until,
            int approvals) {}

    /** A unit and what it is called. */
    public record NamedUnit(String code, String name) {}

    /**
     * A unit that helps.
     *
     * @param answer null until it has answered
     */
    public record Assisting(
            NamedUnit unit,
            String asked,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /**
     * Units called on site.
     *
     * @param meetAt by when
     * @param answer what they agreed on; null until they have
     */
    public record Meeting(
            Instant at,
            String place,
            Instant meetAt,
            String reason,
            List<Attending> units,
            @Nullable Instant answeredAt,
            @Nullable String answer) {

        public Meeting {
            units = List.copyOf(units);
        }
    }

    /**
     * A unit that was called.
     *
     * @param arrivedAt null until somebody of it was there
     * @param minutes from the call to the arrival
     * @param metres how far from the case that was; null where it was not said
     */
    public record Attending(
            NamedUnit unit,
            String asked,
            @Nullable Instant arrivedAt,
            @Nullable Long minutes,
            @Nullable Long metres) {}

    /** A photo and the step it came with. */
    public record ShownPhoto(UUID photoId, String step) {}

    /** The condition a case was filed under. */
    public record FiledAs(
            int conditionNo,
            @Nullable String conditionZh,
            @Nullable String conditionEn,
            @Nullable String limit,
            @Nullable String closingZh,
            @Nullable String closingEn) {}
}
