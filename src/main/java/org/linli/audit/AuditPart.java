package org.linli.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Records an event as a part of the statement that has the effect, so that both are stored or
 * neither is, at no further round trip.
 *
 * @param event what is recorded
 * @param acts what was done in that one breath, in order; the event's own act among them
 */
public record AuditPart(AuditEvent event, List<Act> acts) {

    private static final String BESIDE =
            """
            audited as (
                insert into audit.event (at, actor, act, kind, object, subject, purpose, result,
                    records, request)
                select :auditAt, :auditActor, act, :auditKind, :auditObject, :auditSubject,
                    :auditPurpose, :auditResult, :auditRecords, :auditRequest
                from %s cross join unnest(:auditActs::text[]) act
            )
            """;

    public AuditPart {
        acts = List.copyOf(acts);
    }

    public AuditPart(AuditEvent event) {
        this(event, List.of(event.act()));
    }

    /**
     * The part of a statement, named {@code audited}, that records the event if another part has
     * its one row.
     *
     * @param effect the name of that part
     */
    public static String beside(String effect) {
        return BESIDE.formatted(effect);
    }

    /** What such a statement needs to be told. */
    public Map<String, @Nullable Object> parameters() {
        var told = new HashMap<String, @Nullable Object>();
        told.put("auditAt", Timestamp.from(event.at()));
        told.put("auditActor", event.actor());
        told.put("auditActs", acts.stream().map(Act::code).toArray(String[]::new));
        told.put("auditKind", event.thing().code());
        told.put("auditObject", event.object());
        told.put("auditSubject", text(event.subject()));
        told.put("auditPurpose", text(event.purpose()));
        told.put("auditResult", event.result().code());
        told.put("auditRecords", event.records());
        told.put("auditRequest", bytes(event.request()));
        return told;
    }

    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static SqlParameterValue bytes(byte @Nullable [] value) {
        return new SqlParameterValue(Types.BINARY, value);
    }
}
