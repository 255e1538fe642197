package org.linli.duties;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.duties.DutyEntry.Asking;
import org.linli.duties.DutyEntry.Effort;
import org.linli.duties.DutyEntry.Verdict;
import org.linli.duties.DutyEntry.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the duty list: what was asked for, and what was decided. */
@Repository
class DutyStore {

    private static final String ALL =
            """
            select id, area_code, path, unit_code, title_zh, title_en, basis_zh, basis_en, form,
                times, every, per_household, minutes, roles, means_zh, means_en, fields, struck,
                matters, ends_on, renews, asked_by, asked_by_name, asked_at, approved, decided_by,
                decided_at, decision
            from duties.entry
            order by unit_code nulls first, asked_at, id
            """;

    private static final String ADD =
            """
            insert into duties.entry (id, area_code, path, unit_code, title_zh, title_en, basis_zh,
                basis_en, form, times, every, per_household, minutes, roles, means_zh, means_en,
                fields, struck, matters, ends_on, renews, asked_by, asked_by_name, asked_at,
                approved, decided_by, decided_at, decision)
            values (:id, :area, :path, :unit, :titleZh, :titleEn, :basisZh, :basisEn, :form, :times,
                :every, :perHousehold, :minutes, :roles, :meansZh, :meansEn, :fields, :struck,
                :matters, :endsOn, :renews, :askedBy, :askedByName, :askedAt, :approved, :decidedBy,
                :decidedAt, :decision)
            """;

    private static final String DECIDE =
            """
            update duties.entry
            set approved = :approved, decided_by = :decidedBy, decided_at = :decidedAt,
                decision = :decision
            where id = :id and approved is null
            """;

    private static final String REVISION =
            """
            select version
            from duties.revision
            where id = 1
            """;

    private static final String COUNT_CHANGE =
            """
            update duties.revision
            set version = version + 1
            where id = 1
            """;

    private final JdbcClient sql;

    DutyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** All entries, those of the district first, then by department. */
    List<DutyEntry> all() {
        return sql.sql(ALL).query((row, _) -> read(row)).list();
    }

    void add(DutyEntry entry) {
        sql.sql(COUNT_CHANGE).update();
        sql.sql(ADD).params(parameters(entry)).update();
    }

    /** Whether it still waited to be decided. */
    boolean decide(UUID id, Verdict verdict) {
        sql.sql(COUNT_CHANGE).update();
        return sql.sql(DECIDE).param("id", id).params(parameters(verdict)).update() > 0;
    }

    long revision() {
        return sql.sql(REVISION).query(Long.class).single();
    }

    private static Map<String, @Nullable Object> parameters(DutyEntry entry) {
        var all = new HashMap<String, @Nullable Object>(parameters(entry.verdict()));
        all.put("id", entry.id());
        all.put("area", entry.areaCode());
        all.put("path", entry.path());
        all.put("unit", entry.unitCode());
        all.put("titleZh", entry.wording().titleZh());
        all.put("titleEn", entry.wording().titleEn());
        all.put("basisZh", entry.wording().basisZh());
        all.put("basisEn", entry.wording().basisEn());
        all.put("meansZh", entry.wording().meansZh());
        all.put("meansEn", entry.wording().meansEn());
        all.put("form", entry.effort().form().code());
        all.put("times", entry.effort().times());
        all.put("every", entry.effort().every().code());
        all.put("perHousehold", entry.effort().perHousehold());
        all.put("minutes", entry.effort().minutes());
        all.put("roles", entry.roles().stream().sorted().toArray(String[]::new));
        all.put("fields", entry.fields().toArray(String[]::new));
        all.put("struck", entry.struck().toArray(String[]::new));
        all.put("matters", entry.matters().toArray(String[]::new));
        all.put("endsOn", entry.endsOn());
        all.put("renews", entry.renews());
        all.put("askedBy", entry.asking().by());
        all.put("askedByName", entry.asking().name());
        all.put("askedAt", entry.asking().at().atOffset(ZoneOffset.UTC));
        return all;
    }

    private static Map<String, @Nullable Object> parameters(@Nullable Verdict verdict) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("approved", verdict == null ? null : verdict.approved());
        all.put("decidedBy", verdict == null ? null : verdict.by());
        all.put("decidedAt", verdict == null ? null : verdict.at().atOffset(ZoneOffset.UTC));
        all.put("decision", verdict == null ? "" : verdict.reason());
        return all;
    }

    private static DutyEntry read(ResultSet row) throws SQLException {
        return new DutyEntry(
                row.getObject("id", UUID.class),
                row.getString("area_code"),
                row.getString("path"),
                row.getString("unit_code"),
                wording(row),
                effort(row),
                Set.copyOf(texts(row, "roles")),
                texts(row, "fields"),
                texts(row, "struck"),
                texts(row, "matters"),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("renews", UUID.class),
                new Asking(
                        row.getString("asked_by"),
                        row.getString("asked_by_name"),
                        row.getTimestamp("asked_at").toInstant()),
                verdict(row));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                row.getString("title_zh"),
                row.getString("title_en"),
                row.getString("basis_zh"),
                row.getString("basis_en"),
                row.getString("means_zh"),
                row.getString("means_en"));
    }

    private static Effort effort(ResultSet row) throws SQLException {
        return new Effort(
                Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
                row.getInt("times"),
                Every.valueOf(row.getString("every").toUpperCase(Locale.ROOT)),
                row.getBoolean("per_household"),
                row.getInt("minutes"));
    }

    private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
        var at = row.getObject("decided_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Verdict(
                        row.getBoolean("approved"),
                        row.getString("decided_by"),
                        at.toInstant(),
                        row.getString("decision"));
    }

    /** The texts of an array. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
