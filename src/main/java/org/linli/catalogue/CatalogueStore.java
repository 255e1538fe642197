package org.linli.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.calendar.TimeLimit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps matters and their conditions, by version. */
@Repository
class CatalogueStore {

    private static final String MATTERS =
            """
            select code, version, valid_to, local, major_code, major_zh, major_en, name_zh,
                name_en, kind, flow, std_code, filing_zh, filing_en, closing_zh, closing_en,
                lead_unit_code, lead_unit_zh, lead_unit_en, self_handle, self_handle_condition_zh,
                privacy_level, first_action_zh, basis, source_unit_code
            from catalogue.matter
            order by code, version
            """;

    private static final String CONDITIONS =
            """
            select matter_code, matter_version, no, text_zh, text_en, time_limit, closing_zh,
                closing_en, area_class, self_handle
            from catalogue.condition
            """;

    private static final String IMPORTED =
            """
            select code, imported
            from catalogue.matter
            where valid_to is null and imported is not null
            """;

    private static final String IS_EMPTY =
            """
            select not exists (select 1 from catalogue.matter)
            """;

    private static final String KNOWS =
            """
            select exists (select 1 from catalogue.matter where code = :code)
            """;

    private static final String RETIRE =
            """
            update catalogue.matter
            set valid_to = :now
            where code = :code and valid_to is null
            """;

    private static final String ADD_MATTER =
            """
            insert into catalogue.matter
                (code, version, valid_from, local, major_code, major_zh, major_en, name_zh,
                name_en, kind, flow, std_code, filing_zh, filing_en, closing_zh, closing_en,
                lead_unit_code, lead_unit_zh, lead_unit_en, self_handle, self_handle_condition_zh,
                privacy_level, first_action_zh, basis, source_unit_code, imported)
            values
                (:code, :version, :now, :local, :majorCode, :majorZh, :majorEn, :nameZh,
                :nameEn, :kind, :flow, :stdCode, :filingZh, :filingEn, :closingZh, :closingEn,
                :leadUnitCode, :leadUnitZh, :leadUnitEn, :selfHandle, :selfHandleConditionZh,
                :privacyLevel, :firstActionZh, :basis, :sourceUnitCode, :imported::jsonb)
            """;

    private static final String ADD_CONDITION =
            """
            insert into catalogue.condition
                (matter_code, matter_version, no, text_zh, text_en, time_limit, closing_zh,
                closing_en, area_class, self_handle)
            values
                (:matterCode, :matterVersion, :no, :textZh, :textEn, :limit, :closingZh,
                :closingEn, :areaClass, :selfHandle)
            """;

    private static final String VERSION =
            """
            select version
            from catalogue.revision
            where id = 1
            """;

    private static final String LOCK =
            """
            select version
            from catalogue.revision
            where id = 1
            for update
            """;

    private static final String COUNT_CHANGE =
            """
            update catalogue.revision
            set version = version + 1
            where id = 1
            """;

    private static final Map<String, MatterKind> KINDS = Coded.byCode(MatterKind.values());
    private static final Map<String, Flow> FLOWS = Coded.byCode(Flow.values());
    private static final Map<String, SelfHandle> SELF = Coded.byCode(SelfHandle.values());
    private static final Map<String, PrivacyLevel> PRIVACY = Coded.byCode(PrivacyLevel.values());

    private final JdbcClient sql;
    private final JsonMapper json;

    CatalogueStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A matter as it is stored.
     *
     * @param inForce whether it is the latest version
     */
    record Stored(Matter matter, boolean inForce) {}

    private record Key(String code, int version) {}

    /** All matters in all versions, by code and version. */
    List<Stored> all() {
        var conditions =
                sql
                        .sql(CONDITIONS)
                        .query((row, _) -> Map.entry(conditionKey(row), condition(row)))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return sql.sql(MATTERS).query((row, _) -> stored(row, conditions)).list();
    }

    /** The row of a file that each matter in force was last imported from, by code. */
    Map<String, MatterRow> imported() {
        var rows = new HashMap<String, MatterRow>();
        sql.sql(IMPORTED)
                .query(row -> {
                    rows.put(
                            row.getString("code"),
                            json.readValue(row.getString("imported"), MatterRow.class));
                });
        return rows;
    }

    boolean isEmpty() {
        return sql.sql(IS_EMPTY).query(Boolean.class).single();
    }

    boolean knows(String code) {
        return sql.sql(KNOWS).param("code", code).query(Boolean.class).single();
    }

    /**
     * Puts a version in force, after the one before.
     *
     * @param imported the row of a file that it was read from, or that the version before was; null
     *     if there is none
     */
    void add(Matter matter, @Nullable MatterRow imported, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        sql.sql(RETIRE).param("now", at).param("code", matter.code()).update();
        var text = imported == null ? null : json.writeValueAsString(imported);
        sql.sql(ADD_MATTER).params(parameters(matter, text, at)).update();
        matter.conditions().forEach(condition -> add(matter, condition));
    }

    long version() {
        return sql.sql(VERSION).query(Long.class).single();
    }

    /** Lets nobody else change the catalogue until the transaction ends. */
    void lock() {
        sql.sql(LOCK).query(Long.class).single();
    }

    void countChange() {
        sql.sql(COUNT_CHANGE).update();
    }

    private void add(Matter matter, Condition condition) {
        sql.sql(ADD_CONDITION)
                .param("matterCode", matter.code())
                .param("matterVersion", matter.version())
                .param("no", condition.no())
                .param("textZh", condition.textZh())
                .param("textEn", condition.textEn())
                .param("limit", condition.limit().code())
                .param("closingZh", condition.closingZh())
                .param("closingEn", condition.closingEn())
                .param("areaClass", condition.areaClass())
                .param("selfHandle", condition.selfHandle().code())
                .update();
    }

    private static Map<String, @Nullable Object> parameters(
            Matter matter, @Nullable String imported, OffsetDateTime now) {
        var sheet = matter.sheet();
        var all = new HashMap<String, @Nullable Object>();
        all.put("code", matter.code());
        all.put("version", matter.version());
        all.put("now", now);
        all.put("local", sheet.local());
        all.put("majorCode", sheet.majorCode());
        all.put("majorZh", sheet.majorZh());
        all.put("majorEn", sheet.majorEn());
        all.put("nameZh", sheet.nameZh());
        all.put("nameEn", sheet.nameEn());
        all.put("kind", sheet.kind().code());
        all.put("flow", sheet.flow().code());
        all.put("stdCode", sheet.stdCode());
        all.put("filingZh", sheet.filingZh());
        all.put("filingEn", sheet.filingEn());
        all.put("closingZh", sheet.closingZh());
        all.put("closingEn", sheet.closingEn());
        all.put("leadUnitCode", sheet.leadUnitCode());
        all.put("leadUnitZh", sheet.leadUnitZh());
        all.put("leadUnitEn", sheet.leadUnitEn());
        all.put("selfHandle", sheet.selfHandle().code());
        all.put("selfHandleConditionZh", sheet.selfHandleConditionZh());
        all.put("privacyLevel", sheet.privacyLevel().code());
        all.put("firstActionZh", sheet.firstActionZh());
        all.put("basis", sheet.basis());
        all.put("sourceUnitCode", sheet.sourceUnitCode());
        all.put("imported", imported);
        return all;
    }

    private static Stored stored(ResultSet row, Map<Key, List<Condition>> conditions)
            throws SQLException {
        var key = new Key(row.getString("code"), row.getInt("version"));
        var mine = conditions.getOrDefault(key, List.of());
        var matter = new Matter(key.code, key.version, sheet(row), mine);
        return new Stored(matter, row.getObject("valid_to") == null);
    }

    private static MatterSheet sheet(ResultSet row) throws SQLException {
        return new MatterSheet(
                row.getBoolean("local"),
                row.getString("major_code"),
                row.getString("major_zh"),
                row.getString("major_en"),
                row.getString("name_zh"),
                row.getString("name_en"),
                meant(KINDS, row.getString("kind")),
                meant(FLOWS, row.getString("flow")),
                row.getString("std_code"),
                row.getString("filing_zh"),
                row.getString("filing_en"),
                row.getString("closing_zh"),
                row.getString("closing_en"),
                row.getString("lead_unit_code"),
                row.getString("lead_unit_zh"),
                row.getString("lead_unit_en"),
                meant(SELF, row.getString("self_handle")),
                row.getString("self_handle_condition_zh"),
                meant(PRIVACY, row.getString("privacy_level")),
                row.getString("first_action_zh"),
                row.getString("basis"),
                row.getString("source_unit_code"));
    }

    private static Key conditionKey(ResultSet row) throws SQLException {
        return new Key(row.getString("matter_code"), row.getInt("matter_version"));
    }

    private static Condition condition(ResultSet row) throws SQLException {
        return new Condition(
                row.getInt("no"),
                row.getString("text_zh"),
                row.getString("text_en"),
                TimeLimit.parse(row.getString("time_limit")),
                row.getString("closing_zh"),
                row.getString("closing_en"),
                row.getString("area_class"),
                meant(SELF, row.getString("self_handle")));
    }

    private static <T> T meant(Map<String, T> words, String word) {
        return Optional.ofNullable(words.get(word))
                .orElseThrow(() -> new IllegalStateException("Stored, but unknown: " + word));
    }
}
