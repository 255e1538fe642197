package org.linli.intake;

import org.linli.cases.Source;
import org.linli.platform.problem.Problem;

/** This caller cannot say that a concern came that way. */
final class SourceNotYours extends Problem {

    SourceNotYours(Source source) {
        super(Kind.FORBIDDEN, "report/source-not-yours", source.code());
    }
}
