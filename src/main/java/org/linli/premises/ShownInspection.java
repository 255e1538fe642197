package org.linli.premises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A check of premises as its reader sees it.
 *
 * @param overdue whether it waits for its first visit past its day
 * @param steps those that this reader may take now
 */
@Classified(FieldClass.C1)
record ShownInspection(
        UUID id,
        int version,
        InspectionState state,
        String premises,
        String address,
        String cell,
        @Nullable Double lon,
        @Nullable Double lat,
        Checklist checklist,
        LocalDate dueOn,
        boolean overdue,
        List<ShownFinding> findings,
        List<Done> history,
        List<String> steps) {

    ShownInspection {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
        steps = List.copyOf(steps);
    }

    /**
     * @param result {@code fine}, {@code fault} or {@code not_applicable}
     */
    @Classified(FieldClass.C1)
    record ShownFinding(
            int itemNo,
            String result,
            String note,
            @Nullable String caseNo,
            @Nullable Boolean mended) {

        static ShownFinding of(Finding finding) {
            return new ShownFinding(
                    finding.itemNo(),
                    finding.result().code(),
                    finding.note(),
                    finding.caseNo(),
                    finding.mended());
        }
    }

    @Classified(FieldClass.C1)
    record Done(String step, Instant at, String by, String note) {}
}
