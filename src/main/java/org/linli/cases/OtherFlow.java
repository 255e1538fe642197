package org.linli.cases;

import org.linli.catalogue.Flow;
import org.linli.platform.problem.Problem;

/** A service (帮办) and a case each go their own way, and this belongs to the other one. */
public final class OtherFlow extends Problem {

    private OtherFlow(String code, Object what) {
        super(Kind.CONFLICT, code, what);
    }

    /** A service is not filed: somebody agrees to take it on. */
    static OtherFlow notFiled(String matterCode) {
        return new OtherFlow("case/service-is-not-filed", matterCode);
    }

    static OtherFlow notAService(String matterCode) {
        return new OtherFlow("case/not-a-service", matterCode);
    }

    /** No such step with what goes this way. */
    static OtherFlow of(CaseFile file, CaseStep.Kind step) {
        var named = Spoken.step(step, Flow.CASE);
        return file.isService()
                ? new OtherFlow("case/not-of-services", named)
                : new OtherFlow("case/only-of-services", named);
    }
}
