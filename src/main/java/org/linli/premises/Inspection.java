package org.linli.premises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Resource;
import org.linli.platform.geo.Position;

/**
 * A check of premises as it stands, and the whole of its flow. Whoever sees what is wrong is never
 * the one who sees that it has been mended.
 *
 * @param version grows by one with each step
 * @param first who went through the list; null until somebody has
 * @param last who last saw whether the faults were mended; null until somebody has
 */
record Inspection(
        UUID id,
        Task task,
        int version,
        InspectionState state,
        @Nullable String first,
        @Nullable String last,
        List<Finding> findings) {

    Inspection {
        findings = List.copyOf(findings);
    }

    /**
     * What is to be checked where and by when.
     *
     * @param premises what they are called
     * @param position null where nobody said
     * @param plannedBy the actor
     */
    record Task(
            String countyCode,
            String cellCode,
            String path,
            String premises,
            String address,
            @Nullable Position position,
            String checklist,
            int checklistVersion,
            LocalDate dueOn,
            String plannedBy,
            Instant plannedAt) {}

    static Inspection planned(UUID id, Task task) {
        return new Inspection(id, task, 1, InspectionState.PLANNED, null, null, List.of());
    }

    /**
     * The same after somebody went through the list.
     *
     * @param found of every item, in the order of the list
     * @throws StepNotAllowed unless it waits for that
     */
    Inspection inspected(String by, List<Finding> found) {
        require("inspect", InspectionState.PLANNED);
        var faulty = found.stream().anyMatch(Finding::isFault);
        var next = faulty ? InspectionState.FAULTY : InspectionState.CLEAR;
        return new Inspection(id, task, version + 1, next, by, null, found);
    }

    /**
     * The same after somebody else saw whether the faults were mended.
     *
     * @param mended of the items whose faults were open
     * @throws StepNotAllowed unless there are faults to be seen again
     * @throws SecondVisitByAnother if it is the one who found them
     */
    Inspection revisited(String by, Map<Integer, Boolean> mended) {
        require("revisit", InspectionState.FAULTY);
        if (by.equals(first)) {
            throw new SecondVisitByAnother();
        }
        var seen =
                findings.stream()
                        .map(finding ->
                                mended.containsKey(finding.itemNo())
                                        ? finding.seenAgain(mended.get(finding.itemNo()))
                                        : finding)
                        .toList();
        var next =
                seen.stream().anyMatch(Finding::isOpen)
                        ? InspectionState.FAULTY
                        : InspectionState.MENDED;
        return new Inspection(id, task, version + 1, next, first, by, seen);
    }

    /**
     * The same when nobody goes there after all.
     *
     * @throws StepNotAllowed if somebody has been there
     */
    Inspection cancelled() {
        require("cancel", InspectionState.PLANNED);
        return new Inspection(
                id, task, version + 1, InspectionState.CANCELLED, null, null, List.of());
    }

    /** The same with these findings. */
    Inspection with(List<Finding> others) {
        return new Inspection(id, task, version, state, first, last, others);
    }

    List<Finding> open() {
        return findings.stream().filter(Finding::isOpen).toList();
    }

    /** What the right to it depends on: who found the faults is its handler. */
    Resource resource() {
        return new Resource(task.path, null, null, first == null ? Set.of() : Set.of(first));
    }

    private void require(String step, InspectionState wanted) {
        if (state != wanted) {
            throw new StepNotAllowed(step, state);
        }
    }
}
