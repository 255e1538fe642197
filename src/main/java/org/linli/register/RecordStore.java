package org.linli.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the notices, consents and service needs of households. */
@Repository
class RecordStore {

    private static final String ADD_NOTICE =
            """
            insert into register.notice (county_code, id, household, path, version, manner,
                language, given_at, given_by)
            values (:county, :id, :household, :path, :version, :manner, :language, :givenAt,
                :givenBy)
            """;

    private static final String NOTICES =
            """
            select id, version, manner, language, given_at, given_by
            from register.notice
            where county_code = :county and household = :household
            order by given_at nulls first, id
            """;

    private static final String ADD_CONSENT =
            """
            insert into register.consent (county_code, id, household, path, notice, purpose,
                given_at, recorded_by)
            values (:county, :id, :household, :path, :notice, :purpose, :givenAt, :recordedBy)
            """;

    private static final String CONSENTS =
            """
            select id, notice, purpose, given_at, withdrawn_at
            from register.consent
            where county_code = :county and household = :household
            order by given_at, id
            """;

    /** What rests on a consent ends with it. */
    private static final String WITHDRAW =
            """
            with withdrawn as (
                update register.consent
                set withdrawn_at = :now
                where county_code = :county and household = :household and id = :id
                    and withdrawn_at is null
                returning county_code, id
            ), ended as (
                update register.service_need n
                set ended_at = :now
                from withdrawn w
                where n.county_code = w.county_code and n.consent = w.id and n.ended_at is null
            )
            select count(*) from withdrawn
            """;

    private static final String ADD_NEED =
            """
            insert into register.service_need (county_code, id, household, path, kind, clause,
                consent, notice, begins_on, ends_on, key_id, note, recorded_by)
            values (:county, :id, :household, :path, :kind, :clause, :consent, :notice, :beginsOn,
                :endsOn, :keyId, :note, :recordedBy)
            """;

    private static final String NEED_COLUMNS =
            """
            select id, household, kind, clause, consent, notice, begins_on, ends_on, ended_at,
                key_id, note
            from register.service_need
            """;

    private static final String NEEDS =
            NEED_COLUMNS
                    + """
                    where county_code = :county and household = :household and ended_at is null
                    order by ends_on, kind
                    """;

    private static final String ALL_NEEDS =
            NEED_COLUMNS
                    + """
                    where ended_at is null
                    order by household, ends_on, kind
                    """;

    private static final String ALL_NOTICES =
            """
            select distinct on (household) household, version
            from register.notice
            order by household, given_at desc nulls last, id
            """;

    private static final String END_NEED =
            """
            update register.service_need
            set ended_at = :now
            where county_code = :county and household = :household and id = :id
                and ended_at is null
            """;

    private static final String END_NEEDS =
            """
            update register.service_need
            set ended_at = :now
            where county_code = :county and household = :household and ended_at is null
            """;

    private final JdbcClient sql;

    RecordStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Household household, Notice notice) {
        sql.sql(ADD_NOTICE)
                .param("county", household.countyCode())
                .param("id", notice.id())
                .param("household", household.id())
                .param("path", household.path())
                .param("version", notice.version())
                .param("manner", notice.manner().name())
                .param("language", notice.language())
                .param("givenAt", utc(notice.givenAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("givenBy", notice.givenBy())
                .update();
    }

    List<Notice> notices(String county, UUID household) {
        return sql.sql(NOTICES)
                .param("county", county)
                .param("household", household)
                .query((row, number) ->
                        new Notice(
                                row.getObject("id", UUID.class),
                                row.getString("version"),
                                Notice.Manner.valueOf(row.getString("manner")),
                                row.getString("language"),
                                instant(row, "given_at"),
                                row.getString("given_by")))
                .list();
    }

    void add(Household household, Consent consent, String recordedBy) {
        sql.sql(ADD_CONSENT)
                .param("county", household.countyCode())
                .param("id", consent.id())
                .param("household", household.id())
                .param("path", household.path())
                .param("notice", consent.notice())
                .param("purpose", consent.purpose().name())
                .param("givenAt", consent.givenAt().atOffset(ZoneOffset.UTC))
                .param("recordedBy", recordedBy)
                .update();
    }

    List<Consent> consents(String county, UUID household) {
        return sql.sql(CONSENTS)
                .param("county", county)
                .param("household", household)
                .query((row, number) ->
                        new Consent(
                                row.getObject("id", UUID.class),
                                row.getObject("notice", UUID.class),
                                Consent.Purpose.valueOf(row.getString("purpose")),
                                row.getTimestamp("given_at").toInstant(),
                                instant(row, "withdrawn_at")))
                .list();
    }

    /** Withdraws a consent, and ends what rests on it. */
    boolean withdraw(String county, UUID household, UUID consent, Instant now) {
        return sql.sql(WITHDRAW)
                        .param("county", county)
                        .param("household", household)
                        .param("id", consent)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(Household household, ServiceNeed need, String recordedBy) {
        sql.sql(ADD_NEED)
                .param("county", household.countyCode())
                .param("id", need.id())
                .param("household", household.id())
                .param("path", household.path())
                .param("kind", need.kind())
                .param("clause", need.clause(), Types.VARCHAR)
                .param("consent", need.consent(), Types.OTHER)
                .param("notice", need.notice())
                .param("beginsOn", need.beginsOn())
                .param("endsOn", need.endsOn())
                .param("keyId", need.keyId())
                .param("note", need.note())
                .param("recordedBy", recordedBy)
                .update();
    }

    /** The needs of a household that nobody has ended. */
    List<ServiceNeed> needs(String county, UUID household) {
        return sql.sql(NEEDS)
                .param("county", county)
                .param("household", household)
                .query(RecordStore::need)
                .list();
    }

    /** The needs of all households that nobody has ended. */
    List<ServiceNeed> allNeeds() {
        return sql.sql(ALL_NEEDS).query(RecordStore::need).list();
    }

    record LatestNotice(UUID household, String version) {}

    List<LatestNotice> latestNotices() {
        return sql.sql(ALL_NOTICES)
                .query((row, number) ->
                        new LatestNotice(
                                row.getObject("household", UUID.class), row.getString("version")))
                .list();
    }

    boolean endNeed(String county, UUID household, UUID need, Instant now) {
        return sql.sql(END_NEED)
                        .param("county", county)
                        .param("household", household)
                        .param("id", need)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void endNeeds(Household household, Instant now) {
        sql.sql(END_NEEDS)
                .param("county", household.countyCode())
                .param("household", household.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ServiceNeed need(ResultSet row, int number) throws SQLException {
        return new ServiceNeed(
                row.getObject("id", UUID.class),
                row.getObject("household", UUID.class),
                row.getString("kind"),
                row.getString("clause"),
                row.getObject("consent", UUID.class),
                row.getObject("notice", UUID.class),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                instant(row, "ended_at"),
                row.getString("key_id"),
                row.getString("note"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
