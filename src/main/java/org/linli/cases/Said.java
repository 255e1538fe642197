package org.linli.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a step besides the step itself.
 *
 * @param note in the words of whoever took it; may be empty
 * @param carried the rest, by its name in the API
 */
record Said(String note, Map<String, Object> carried) {

    Said {
        carried = Map.copyOf(carried);
    }

    /** With one thing more, where there is one. */
    Said with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new HashMap<>(carried);
        more.put(name, value);
        return new Said(note, more);
    }

    /** With the numbers of the cases that the step makes of one. */
    Said splitting(List<NewCase> parts) {
        return with(
                "parts",
                parts.isEmpty() ? null : parts.stream().map(part -> part.file().caseNo()).toList());
    }

    /** With what was decided, and what came of it. */
    Said deciding(CaseFile before, CaseFile after) {
        var application = before.affairs().application();
        if (application == null) {
            return this;
        }
        var more = new HashMap<>(carried);
        more.put("application", application.subject().code());
        if (after.affairs().application() != null) {
            more.put("pending", true);
        }
        var begins = after.state() instanceof CaseState.Held && before.heldUntil() == null;
        if (begins && after.heldUntil() != null) {
            more.put("heldUntil", after.heldUntil());
        }
        return new Said(note, more);
    }

    /** With the share that closings like this are drawn at, so that the draw can be repeated. */
    Said drawnAt(@Nullable Double rate) {
        return with("sampleRate", rate);
    }

    /** With the unit that the step is told for. */
    Said joining(CaseStep step) {
        var unit =
                switch (step) {
                    case CaseStep.CoAnswer(var code) -> code;
                    case CaseStep.CoWithdraw(var code) -> code;
                    case CaseStep.Arrive(var code) -> code;
                    default -> null;
                };
        return with("coUnit", unit);
    }

    /** With what it sets right, and that it was entered late. */
    Said correcting(CaseFile before, CaseStep step, boolean late) {
        var more = new HashMap<>(carried);
        if (step instanceof CaseStep.Correct act) {
            more.put("was", Corrections.before(before, act));
            if (act.handledAt() != null) {
                more.put("handledAt", act.handledAt());
            }
        }
        if (late) {
            more.put("lateEntry", true);
        }
        return new Said(note, more);
    }

    /** With the office that the step gives the case to. */
    Said giving(CaseStep step) {
        if (!(step instanceof CaseStep.Laddering act)) {
            return this;
        }
        var more = new HashMap<>(carried);
        var to = act.to();
        more.put("level", (to == null ? Ladder.USUAL : to.level()).code());
        if (to != null) {
            more.put("areaCode", to.areaCode());
        }
        return new Said(note, more);
    }

    /** With what the step files the case as, whether somebody chose it or it is the usual one. */
    Said filing(CaseStep step) {
        if (step instanceof CaseStep.Accept(var taken) && taken != null) {
            var more = new HashMap<>(carried);
            more.put("matterCode", taken.matterCode());
            return new Said(note, more);
        }
        var filing = step.filedAs();
        if (filing == null) {
            return this;
        }
        var more = new HashMap<>(carried);
        if (filing.matterCode() != null) {
            more.put("matterCode", filing.matterCode());
        }
        if (filing.hasCondition()) {
            more.put("conditionNo", filing.conditionNo());
        }
        return new Said(note, more);
    }
}
