package org.linli.oncall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the orders that cannot wait, and who was called for them. */
@Repository
class OrderStore {

    private static final String LIMIT =
            """
            select time_limit
            from cases.published_order
            where county_code = :county and id = :id
            """;

    private static final String ADD =
            """
            insert into oncall.urgent_order (county_code, event_id, case_id, case_no, matter_code,
                unit_code, path, street_code, ordered_at, called, next_call_at)
            values (:county, :event, :case, :caseNo, :matter, :unit, :path, :street, :orderedAt, 0,
                :nextCallAt)
            on conflict do nothing
            """;

    /** One that is over, or answered, or both. */
    private static final String END =
            """
            update oncall.urgent_order
            set ended_at = :at, next_call_at = null,
                answered_at = case when :answered then :at::timestamptz end
            where county_code = :county and case_id = :case and ended_at is null
                and ordered_at <= :at
            """;

    private static final String WAITING =
            """
            select distinct o.county_code, o.case_id
            from jsonb_to_recordset(:keys::jsonb) as key ("countyCode" text, id bigint)
            join oncall.urgent_order o on o.county_code = key."countyCode" and o.case_id = key.id
            where o.ended_at is null
            """;

    private static final String FORGET =
            """
            delete from oncall.urgent_order
            """;

    /** Those of whom somebody is to be called now, whom nobody else calls for. */
    private static final String NEXT =
            """
            select o.county_code, o.event_id, o.case_id, o.case_no, o.matter_code, o.unit_code,
                o.path, o.street_code, o.ordered_at, o.called
            from oncall.urgent_order o
            where o.next_call_at <= :now
            order by o.next_call_at
            limit 50
            for update of o skip locked
            """;

    private static final String CALLED =
            """
            select account_id
            from oncall.call
            where county_code = :county and event_id = :event
            """;

    private static final String CALL =
            """
            with called as (
                update oncall.urgent_order
                set called = called + 1, next_call_at = :next, nobody_at = null
                where county_code = :county and event_id = :event
                returning county_code, event_id, called
            )
            insert into oncall.call (county_code, event_id, no, holder, account_id, called_at)
            select county_code, event_id, called, :holder, :account, :now
            from called
            """;

    private static final String NOBODY =
            """
            update oncall.urgent_order
            set next_call_at = :next, nobody_at = coalesce(nobody_at, :now)
            where county_code = :county and event_id = :event
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    OrderStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The limit of a case, such as {@code 2CH}; empty where it has none. */
    Optional<String> limit(CaseKey key) {
        return sql.sql(LIMIT)
                .param("county", key.countyCode())
                .param("id", key.id())
                .query((row, _) -> Optional.ofNullable(row.getString("time_limit")))
                .optional()
                .flatMap(limit -> limit);
    }

    /**
     * @param nextCallAt null where nobody is to be called any more
     */
    void add(Order order, @Nullable Instant nextCallAt) {
        sql.sql(ADD)
                .param("county", order.county())
                .param("event", order.eventId())
                .param("case", order.caseId())
                .param("caseNo", order.caseNo())
                .param("matter", order.matterCode(), Types.VARCHAR)
                .param("unit", order.unit())
                .param("path", order.path())
                .param("street", order.street())
                .param("orderedAt", Timestamp.from(order.orderedAt()))
                .param(
                        "nextCallAt",
                        nextCallAt == null ? null : Timestamp.from(nextCallAt),
                        Types.TIMESTAMP)
                .update();
    }

    void end(CaseKey key, Instant at, boolean answered) {
        sql.sql(END)
                .param("county", key.countyCode())
                .param("case", key.id())
                .param("at", Timestamp.from(at))
                .param("answered", answered)
                .update();
    }

    /** Those of these cases for which somebody waits to be answered. */
    Set<CaseKey> waiting(Collection<CaseKey> keys) {
        return sql.sql(WAITING)
                .param("keys", json.writeValueAsString(keys))
                .query((row, _) ->
                        new CaseKey(row.getString("county_code"), row.getLong("case_id")))
                .set();
    }

    void forget() {
        sql.sql(FORGET).update();
    }

    List<Order> next(Instant now) {
        return sql.sql(NEXT).param("now", Timestamp.from(now)).query((row, _) -> order(row)).list();
    }

    Set<String> called(Order order) {
        return sql.sql(CALLED)
                .param("county", order.county())
                .param("event", order.eventId())
                .query((row, _) -> row.getString("account_id"))
                .set();
    }

    void call(Order order, String holder, String account, Instant now, Instant next) {
        sql.sql(CALL)
                .param("county", order.county())
                .param("event", order.eventId())
                .param("holder", holder)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .update();
    }

    void nobody(Order order, Instant now, Instant next) {
        sql.sql(NOBODY)
                .param("county", order.county())
                .param("event", order.eventId())
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .update();
    }

    static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getString("county_code"),
                row.getLong("event_id"),
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("matter_code"),
                row.getString("unit_code"),
                row.getString("path"),
                row.getString("street_code"),
                row.getTimestamp("ordered_at").toInstant(),
                row.getInt("called"));
    }
}
