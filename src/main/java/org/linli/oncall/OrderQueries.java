package org.linli.oncall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks for orders that cannot wait, as far as the walls let the asker see them. */
@Repository
class OrderQueries {

    private static final String OPEN =
            """
            select county_code, event_id, case_id, case_no, matter_code, unit_code, path,
                street_code, ordered_at, called, next_call_at, nobody_at
            from oncall.urgent_order
            where ended_at is null and next_call_at is not null
            order by ordered_at
            limit 200
            """;

    private static final String CALLS =
            """
            select holder, account_id, called_at
            from oncall.call
            where county_code = :county and event_id = :event
            order by no
            """;

    /**
     * Of what somebody took, or should have taken by now: an order has a quarter of an hour (DOMAIN
     * §2.7), and one that was over before is in no count.
     */
    private static final String UNANSWERED =
            """
            select street_code,
                extract(isodow from ordered_at at time zone :zone)::int as weekday,
                extract(hour from ordered_at at time zone :zone)::int as hour,
                count(*) filter (where answered_at is null
                    or answered_at > ordered_at + interval '15 minutes') as unanswered,
                count(*) as orders
            from oncall.urgent_order
            where ordered_at >= :from and ordered_at < :to
                and (answered_at is not null
                    or coalesce(ended_at, :now) > ordered_at + interval '15 minutes')
            group by 1, 2, 3
            order by 1, 2, 3
            """;

    /** An order that waits, and when the next person is called. */
    record Open(Order order, Instant nextCallAt, @Nullable Instant nobodyAt) {}

    /** Somebody who was called. */
    record Call(String holder, String account, Instant calledAt) {}

    private final JdbcClient sql;

    OrderQueries(JdbcClient sql) {
        this.sql = sql;
    }

    List<Open> open() {
        return sql.sql(OPEN).query((row, _) -> open(row)).list();
    }

    List<Call> calls(Order order) {
        return sql.sql(CALLS)
                .param("county", order.county())
                .param("event", order.eventId())
                .query((row, _) ->
                        new Call(
                                row.getString("holder"),
                                row.getString("account_id"),
                                row.getTimestamp("called_at").toInstant()))
                .list();
    }

    List<UnansweredHour> unanswered(Instant from, Instant to, Instant now, ZoneId zone) {
        return sql.sql(UNANSWERED)
                .param("zone", zone.getId())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("now", Timestamp.from(now))
                .query((row, _) ->
                        new UnansweredHour(
                                row.getString("street_code"),
                                null,
                                row.getInt("weekday"),
                                row.getInt("hour"),
                                row.getLong("unanswered"),
                                row.getLong("orders")))
                .list();
    }

    private static Open open(ResultSet row) throws SQLException {
        var nobodyAt = row.getTimestamp("nobody_at");
        return new Open(
                OrderStore.order(row),
                row.getTimestamp("next_call_at").toInstant(),
                nobodyAt == null ? null : nobodyAt.toInstant());
    }
}
