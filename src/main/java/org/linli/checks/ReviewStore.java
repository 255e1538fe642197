package org.linli.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Scope;
import org.linli.checks.signs.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases that show a sign, and what was decided. */
@Repository
class ReviewStore {

    private static final String ADD =
            """
            insert into checks.review (county_code, id, case_id, case_no, path, unit_code, sign,
                facts, raised_at, concerned)
            values (:county, :id, :case, :caseNo, :path, :unit, :sign, :facts::jsonb, :at,
                :concerned)
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select county_code, id, case_no, path, unit_code, sign, facts, raised_at, concerned,
                answer, answered_at, outcome, reason, decided_at
            from checks.review
            """;

    private static final String ONE = FIND + "where id = :id";

    private static final String OPEN =
            FIND
                    + """
                    where outcome is null and path ^@ any (:areas::text[])
                        and not :actor = any (concerned)
                    order by raised_at, id
                    limit 200
                    """;

    private static final String OF_CONCERNED =
            FIND
                    + """
                    where concerned @> array[:actor]::text[]
                    order by raised_at desc, id
                    limit 200
                    """;

    private static final String ANSWER =
            """
            update checks.review
            set answer = :answer, answered_at = :at, answered_by = :by
            where county_code = :county and id = :id and answer is null and outcome is null
            """;

    private static final String DECIDE =
            """
            update checks.review
            set outcome = :outcome, reason = :reason, decided_at = :at, decided_by = :by
            where county_code = :county and id = :id and outcome is null
            """;

    private static final String FORGET =
            """
            delete from checks.review where outcome is null and answer is null
            """;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    ReviewStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * @param concerned who took part in the case
     * @param outcome null until it is decided
     */
    record Review(
            String county,
            UUID id,
            String caseNo,
            String path,
            @Nullable String unitCode,
            String sign,
            Map<String, Object> facts,
            Instant raisedAt,
            Set<String> concerned,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Instant decidedAt) {

        Review {
            facts = Map.copyOf(facts);
            concerned = Set.copyOf(concerned);
        }
    }

    /** Keeps a sign, unless the case has shown it before. */
    /** Whether it is new. */
    boolean add(
            Evidence evidence,
            String caseNo,
            String path,
            @Nullable String unitCode,
            Set<String> concerned,
            Instant at) {
        return sql.sql(ADD)
                        .param("county", evidence.key().countyCode())
                        .param("id", UUID.randomUUID())
                        .param("case", evidence.key().id())
                        .param("caseNo", caseNo)
                        .param("path", path)
                        .param("unit", unitCode, Types.VARCHAR)
                        .param("sign", evidence.sign().code())
                        .param("facts", json.writeValueAsString(evidence.facts()))
                        .param("at", Timestamp.from(at))
                        .param("concerned", concerned.toArray(String[]::new))
                        .update()
                == 1;
    }

    Optional<Review> find(UUID id) {
        return sql.sql(ONE).param("id", id).query((row, _) -> read(row)).optional();
    }

    List<Review> open(Scope scope, String actor) {
        return sql.sql(OPEN)
                .param("areas", scope.areaPaths().toArray(String[]::new))
                .param("actor", actor)
                .query((row, _) -> read(row))
                .list();
    }

    List<Review> ofConcerned(String actor) {
        return sql.sql(OF_CONCERNED).param("actor", actor).query((row, _) -> read(row)).list();
    }

    /** Whether nobody had answered or decided before. */
    boolean answer(Review review, String answer, String by, Instant at) {
        return sql.sql(ANSWER)
                        .param("county", review.county())
                        .param("id", review.id())
                        .param("answer", answer)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Whether nobody had decided before. */
    boolean decide(Review review, String outcome, String reason, String by, Instant at) {
        return sql.sql(DECIDE)
                        .param("county", review.county())
                        .param("id", review.id())
                        .param("outcome", outcome)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Takes back what nobody has said anything about. */
    void forget() {
        sql.sql(FORGET).update();
    }

    private Review read(ResultSet row) throws SQLException {
        return new Review(
                row.getString("county_code"),
                row.getObject("id", UUID.class),
                row.getString("case_no"),
                row.getString("path"),
                row.getString("unit_code"),
                row.getString("sign"),
                json.readValue(row.getString("facts"), FACTS),
                row.getTimestamp("raised_at").toInstant(),
                Set.copyOf(Arrays.asList((String[]) row.getArray("concerned").getArray())),
                row.getString("answer"),
                instant(row, "answered_at"),
                row.getString("outcome"),
                row.getString("reason"),
                instant(row, "decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
