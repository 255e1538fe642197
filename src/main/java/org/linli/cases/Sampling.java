package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseState.Filing;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.catalogue.Condition;
import org.springframework.stereotype.Component;

/** Has closings drawn for an independent check, each of a kind with the same chance. */
@Component
class Sampling {

    private final Draw draw;

    Sampling(Draw draw) {
        this.draw = draw;
    }

    /** Whether the next step of a case is drawn, if it closes it under this filing. */
    boolean drawn(CaseFile file, Filing filing, Instant recordedAt) {
        var rate = rate(file, filing, recordedAt);
        return draw.drawn(file.caseNo(), file.version() + 1, rate, recordedAt);
    }

    /** The share that is drawn on the day of closings by such a step; null if it closes nothing. */
    @Nullable Double rate(CaseFile file, CaseStep step, Instant recordedAt) {
        return step instanceof SelfHandle(var filing, _) ? rate(file, filing, recordedAt) : null;
    }

    /** What the reporter was not content with is looked at by somebody else this time, always. */
    private double rate(CaseFile file, Filing filing, Instant recordedAt) {
        return file.counts().reopenings() > 0
                ? 1
                : draw.rate(rate(filing), filing.matterCode(), recordedAt);
    }

    /** The share that the rules of its district say. */
    static double rate(Filing filing) {
        var urgent = filing.conditionNo() == Condition.URGENT;
        return filing.rules().samplingRate(filing.matterCode(), urgent);
    }
}
