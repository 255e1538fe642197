package org.linli.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The draws of days, as they were written down before and after. */
@Repository
class DrawStore {

    private static final String COMMIT =
            """
            insert into checks.draw_day (day, key_id, commitment, committed_at, factors,
                supervision_rate)
            values (:day, :key, :commitment, :at, :factors::jsonb, :supervision)
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select day, key_id, commitment, committed_at, factors, supervision_rate, seed
            from checks.draw_day
            """;

    private static final String ONE = FIND + "where day = :day and key_id = :key";

    private static final String OF_DAY = FIND + "where day = :day order by committed_at";

    private static final String LATEST = FIND + "order by day desc, committed_at desc limit :limit";

    private static final String REVEAL =
            """
            update checks.draw_day set seed = :seed
            where day = :day and key_id = :key and seed is null
            """;

    private static final String TO_REVEAL =
            """
            select day from checks.draw_day
            where key_id = :key and seed is null and day < :today
            order by day
            """;

    private static final String FOUND =
            """
            select matter_code, count(*) filter (where outcome = 'wanting') as wanting,
                count(*) as checked
            from checks.task
            where matter_code is not null and outcome in ('solved', 'wanting')
                and done_at >= :since
            group by matter_code
            """;

    private static final TypeReference<Map<String, Double>> RATES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    DrawStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * What was written down of a day's draw.
     *
     * @param keyId the key file its seed follows from
     * @param seed null until the day is over
     */
    record Written(
            LocalDate day,
            String keyId,
            byte[] commitment,
            Instant committedAt,
            SampleRates rates,
            byte @Nullable [] seed) {}

    /** How many checks of a matter found the work wanting. */
    record Found(String matterCode, long wanting, long checked) {}

    /** Writes a draw down, unless it is there. */
    void commit(DayDraw draw, String keyId, Instant now) {
        sql.sql(COMMIT)
                .param("day", draw.day())
                .param("key", keyId)
                .param("commitment", draw.commitment())
                .param("at", Timestamp.from(now))
                .param("factors", json.writeValueAsString(draw.rates().factors()))
                .param("supervision", draw.rates().supervision())
                .update();
    }

    Optional<Written> find(LocalDate day, String keyId) {
        return sql.sql(ONE)
                .param("day", day)
                .param("key", keyId)
                .query((row, _) -> read(row))
                .optional();
    }

    List<Written> ofDay(LocalDate day) {
        return sql.sql(OF_DAY).param("day", day).query((row, _) -> read(row)).list();
    }

    List<Written> latest(int limit) {
        return sql.sql(LATEST).param("limit", limit).query((row, _) -> read(row)).list();
    }

    List<LocalDate> toReveal(String keyId, LocalDate today) {
        return sql.sql(TO_REVEAL)
                .param("key", keyId)
                .param("today", today)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    void reveal(LocalDate day, String keyId, byte[] seed) {
        sql.sql(REVEAL).param("day", day).param("key", keyId).param("seed", seed).update();
    }

    /** What checks have found since then, by matter. */
    List<Found> found(Instant since) {
        return sql.sql(FOUND)
                .param("since", Timestamp.from(since))
                .query((row, _) ->
                        new Found(
                                row.getString("matter_code"),
                                row.getLong("wanting"),
                                row.getLong("checked")))
                .list();
    }

    private Written read(ResultSet row) throws SQLException {
        return new Written(
                row.getObject("day", LocalDate.class),
                row.getString("key_id"),
                row.getBytes("commitment"),
                row.getTimestamp("committed_at").toInstant(),
                new SampleRates(
                        json.readValue(row.getString("factors"), RATES),
                        row.getDouble("supervision_rate")),
                row.getBytes("seed"));
    }
}
