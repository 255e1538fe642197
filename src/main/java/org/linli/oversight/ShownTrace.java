package org.linli.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Trace;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * An event of the audit trail as an auditor sees it.
 *
 * @param actorName what the account is called now; null if it is none
 * @param act such as {@code case-close}
 * @param object the id of what was acted on; empty if there is no such thing
 * @param subject the pseudonym of the person it is about; null if it is about none
 * @param purpose the code of what it was done for; null where the act says that already
 * @param result done or refused
 * @param request SHA-256 of what was asked, in hex; null where nothing was sent
 * @param sealed whether it is part of the chain already
 */
@Classified(FieldClass.C1)
record ShownTrace(
        Instant at,
        String actor,
        @Nullable String actorName,
        String act,
        String thing,
        String object,
        @Nullable String subject,
        @Nullable String purpose,
        String result,
        int records,
        @Nullable String request,
        boolean sealed) {

    static ShownTrace of(Trace trace, @Nullable String actorName) {
        return new ShownTrace(
                trace.at(),
                trace.actor(),
                actorName,
                trace.act(),
                trace.thing(),
                trace.object(),
                trace.subject(),
                trace.purpose(),
                trace.result(),
                trace.records(),
                trace.request(),
                trace.sealed());
    }
}
