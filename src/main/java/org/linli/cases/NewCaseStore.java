package org.linli.cases;

import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.linli.audit.AuditPart;
import org.linli.platform.geo.Position;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Stores cases for the first time, each in one statement with its history. */
@Repository
class NewCaseStore {

    private static final String ADDED =
            """
            with added as (
                insert into cases.case_file (county_code, id, case_no, version, state, flow, source,
                    source_system, external_id, matter_code, matter_version, condition_no,
                    time_limit, rules_version, text, lon, lat, placement, cell_code, path, address,
                    reported_at, reporter, accepted_at, filed_at, dispatched_at, handled_at, closed_at,
                    handlers, due_at, self_handled, sampled, dispatches, returns, reworks, reopenings,
                    extensions, times_doubtful)
                values (:county, :id, :caseNo, :version, :state, :flow, :source,
                    :sourceSystem, :externalId, :matter, :matterVersion, :condition,
                    :limit, :rules, :text, :lon, :lat, :placement, :cell, :path, :address,
                    :reportedAt, :reporter, :acceptedAt, :filedAt, :dispatchedAt, :handledAt, :closedAt,
                    :handlers, :dueAt, :selfHandled, :sampled, 0, 0, 0, 0, 0, false)
                returning county_code, id
            ), told as (
                insert into cases.case_event (county_code, id, case_id, version, step, state, at,
                    recorded_at, actor, actor_name, actor_role, unit_code, note, carried)
                select added.county_code, event.id, added.id, event.version, event.step,
                    event.state, event.at, event."recordedAt", event.actor, event."actorName",
                    event."actorRole", event."unitCode", event.note, event.carried
                from added, jsonb_to_recordset(:events::jsonb) as event (id bigint, version int,
                    step text, state text, at timestamptz, "recordedAt" timestamptz, actor text,
                    "actorName" text, "actorRole" text, "unitCode" text, note text, carried jsonb)
            ), searched as (
                insert into cases.case_search (county_code, case_id, bigrams, spot)
                select county_code, id, :bigrams, point(:lon::float8, :lat::float8) from added
            ), reachable as (
                insert into cases.reporter_contact (county_code, case_id, key_id, name, phone,
                    email)
                select county_code, id, :contactKey, :contactName, :contactPhone, :contactEmail
                from added
                where :contactName <> '' or :contactPhone <> '' or :contactEmail <> ''
            ),
            """
                    + AuditPart.beside("added")
                    + ", ";

    private static final String ADD =
            ADDED
                    + """
                    followed as (
                        insert into cases.tracking (code, county_code, case_id)
                        select :tracking, county_code, id from added
                    ),
                    """
                    + Claim.beside("added")
                    + """
                    select id from added
                    """;

    private static final String ADD_PART =
            ADDED
                    + """
                    parted as (
                        insert into cases.part (county_code, parent_id, no, child_id)
                        select county_code, :parent, :no, id from added
                    )
                    select id from added
                    """;

    private final JdbcClient sql;
    private final JsonMapper json;

    NewCaseStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Stores a new case with its history, its number, the reporter's tracking code and contact, and
     * claims the operation.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the operation was done before, or
     *     the sending system already handed the same thing over
     */
    void add(NewCase added, String trackingCode, Claim claim) {
        told(ADD, added, claim.operation())
                .param("tracking", trackingCode)
                .params(claim.parameters())
                .query(Long.class)
                .single();
    }

    /**
     * Stores a case that another was split into, as a part of the operation that splits it.
     *
     * @param no which of its parts
     */
    void addPart(NewCase part, CaseKey whole, int no, Operation operation) {
        told(ADD_PART, part, operation)
                .param("parent", whole.id())
                .param("no", no)
                .query(Long.class)
                .single();
    }

    private StatementSpec told(String statement, NewCase added, Operation operation) {
        var file = added.file();
        var report = file.report();
        var place = report.place();
        var position = place.position();
        return sql.sql(statement)
                .params(CaseColumns.of(file, json).parameters())
                .param("caseNo", file.caseNo())
                .param("source", report.source().code())
                .param("sourceSystem", CaseColumns.text(added.sourceSystem()))
                .param("externalId", CaseColumns.text(added.externalId()))
                .param("text", report.text())
                .param("bigrams", StepStore.bigrams(file))
                .param("lon", CaseColumns.degrees(longitude(position)))
                .param("lat", CaseColumns.degrees(latitude(position)))
                .param("placement", place.placement().name())
                .param("cell", CaseColumns.text(place.cellCode()))
                .param("path", place.path())
                .param("address", place.address())
                .param("reportedAt", Timestamp.from(report.reportedAt()))
                .param("reporter", report.reporter())
                .param("events", json.writeValueAsString(added.events()))
                .param("contactKey", added.contact().keyId())
                .param("contactName", added.contact().contact().name())
                .param("contactPhone", added.contact().contact().phone())
                .param("contactEmail", added.contact().contact().email())
                .params(StepStore.audited(file, added.events(), operation).parameters());
    }

    private static @Nullable Double longitude(@Nullable Position position) {
        return position == null ? null : position.longitude();
    }

    private static @Nullable Double latitude(@Nullable Position position) {
        return position == null ? null : position.latitude();
    }
}
