package org.linli.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps objections to figures. */
@Repository
class ObjectionStore {

    private static final int MOST = 200;

    private static final String ADD =
            """
            insert into indicators.objection (county_code, id, figure, area_code, path, since,
                until, numerator, denominator, reason, by_actor, by_name, at)
            values (:county, :id, :figure, :area, :path, :since, :until, :numerator,
                :denominator, :reason, :actor, :name, :at)
            """;

    private static final String OF_AREAS =
            """
            select id, figure, area_code, since, until, numerator, denominator, reason, by_actor,
                by_name, at, upheld, answer, answered_by, answered_at
            from indicators.objection
            where path ^@ any(:scope) and (:figure::text is null or figure = :figure)
                and (:area::text is null or starts_with(path, :area))
            order by at desc
            limit :limit
            """;

    private static final String AUTHOR =
            """
            select by_actor from indicators.objection where id = :id and path ^@ any(:scope)
            """;

    private static final String ANSWER =
            """
            update indicators.objection
            set upheld = :upheld, answer = :answer, answerer = :actor, answered_by = :name,
                answered_at = :at
            where id = :id and answered_at is null and path ^@ any(:scope)
            """;

    private final JdbcClient sql;

    ObjectionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Objection objection, String county, String path, Actor actor) {
        sql.sql(ADD)
                .param("county", county)
                .param("id", objection.id())
                .param("figure", objection.name())
                .param("area", objection.area())
                .param("path", path)
                .param("since", Timestamp.from(objection.from()))
                .param("until", Timestamp.from(objection.to()))
                .param("numerator", objection.numerator())
                .param("denominator", objection.denominator())
                .param("reason", objection.reason())
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("at", Timestamp.from(objection.at()))
                .update();
    }

    /**
     * The newest.
     *
     * @param asking who asks
     */
    List<Objection> find(
            List<String> scope, @Nullable String area, @Nullable String figure, String asking) {
        return sql.sql(OF_AREAS)
                .param("scope", scope.toArray(String[]::new))
                .param("area", area)
                .param("figure", figure)
                .param("limit", MOST)
                .query((row, _) -> objection(row, asking))
                .list();
    }

    /** Who objected, or empty if there is no such objection in the areas. */
    Optional<String> author(List<String> scope, UUID id) {
        return sql.sql(AUTHOR)
                .param("scope", scope.toArray(String[]::new))
                .param("id", id)
                .query((row, _) -> row.getString("by_actor"))
                .optional();
    }

    /** False if it has been answered. */
    boolean answer(
            List<String> scope, UUID id, boolean upheld, String answer, Actor actor, Instant at) {
        return sql.sql(ANSWER)
                        .param("scope", scope.toArray(String[]::new))
                        .param("id", id)
                        .param("upheld", upheld)
                        .param("answer", answer)
                        .param("actor", actor.id())
                        .param("name", actor.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Objection objection(ResultSet row, String asking) throws SQLException {
        var answeredAt = row.getTimestamp("answered_at");
        return new Objection(
                row.getObject("id", UUID.class),
                row.getString("figure"),
                row.getString("area_code"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                row.getLong("numerator"),
                row.getObject("denominator", Long.class),
                row.getString("reason"),
                row.getString("by_name"),
                row.getString("by_actor").equals(asking),
                row.getTimestamp("at").toInstant(),
                row.getObject("upheld", Boolean.class),
                row.getString("answer"),
                row.getString("answered_by"),
                answeredAt == null ? null : answeredAt.toInstant());
    }
}
