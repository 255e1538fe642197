package org.linli.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the turns of duty, and what was handed over. */
@Repository
class RosterStore {

    private static final String HOLDERS =
            """
            select distinct holder
            from people.duty_turn
            order by holder
            """;

    private static final String TURNS =
            """
            select weekday, day, begins, lasts, call_order, account_id, phone
            from people.duty_turn
            where holder = :holder
            order by no
            """;

    /** Until the transaction ends, nobody else puts turns in place of these. */
    private static final String ALONE =
            """
            select pg_advisory_xact_lock(hashtextextended('people.roster ' || :holder, 0))
            """;

    private static final String FORGET =
            """
            delete from people.duty_turn
            where holder = :holder
            """;

    private static final String PUT =
            """
            insert into people.duty_turn
                (holder, no, weekday, day, begins, lasts, call_order, account_id, phone)
            values (:holder, :no, :weekday, :day, :begins, :lasts, :position, :account, :phone)
            """;

    private static final String LEAVE =
            """
            insert into people.hand_over (holder, note, left_by, left_by_name, left_at)
            values (:holder, :note, :by, :name, :at)
            """;

    /** Nobody hands over to themselves. */
    private static final String SIGN =
            """
            update people.hand_over
            set signed_by = :by, signed_by_name = :name, signed_at = :at
            where holder = :holder and signed_at is null and left_by <> :by
            """;

    private static final String HAND_OVERS =
            """
            select id, note, left_by_name, left_at, signed_by_name, signed_at
            from people.hand_over
            where holder = :holder
            order by left_at desc, id desc
            limit 20
            """;

    private final JdbcClient sql;

    RosterStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whoever has anybody on call. */
    List<String> holders() {
        return sql.sql(HOLDERS).query((row, _) -> row.getString("holder")).list();
    }

    List<DutyTurn> turns(String holder) {
        return sql.sql(TURNS).param("holder", holder).query(RosterStore::turn).list();
    }

    /** These turns in place of those there were. */
    void put(String holder, List<DutyTurn> turns) {
        sql.sql(ALONE).param("holder", holder).query((_, _) -> true).single();
        sql.sql(FORGET).param("holder", holder).update();
        for (var no = 0; no < turns.size(); no++) {
            put(holder, no, turns.get(no));
        }
    }

    private void put(String holder, int no, DutyTurn turn) {
        sql.sql(PUT)
                .param("holder", holder)
                .param("no", no)
                .param("weekday", turn.weekday(), Types.INTEGER)
                .param("day", turn.day(), Types.DATE)
                .param("begins", DutyTurn.minuteOfDay(turn.from()))
                .param("lasts", turn.minutes())
                .param("position", turn.position())
                .param("account", turn.accountId())
                .param("phone", turn.phone())
                .update();
    }

    void leave(String holder, String note, String by, String name, Instant at) {
        sql.sql(LEAVE)
                .param("holder", holder)
                .param("note", note)
                .param("by", by)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Signs what nobody has signed yet, and says how much that was. */
    int sign(String holder, String by, String name, Instant at) {
        return sql.sql(SIGN)
                .param("holder", holder)
                .param("by", by)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<HandOver> handOvers(String holder) {
        return sql.sql(HAND_OVERS).param("holder", holder).query(RosterStore::handOver).list();
    }

    private static DutyTurn turn(ResultSet row, int number) throws SQLException {
        var from = LocalTime.MIDNIGHT.plusMinutes(row.getInt("begins"));
        return new DutyTurn(
                row.getObject("weekday", Integer.class),
                row.getObject("day", LocalDate.class),
                from,
                from.plusMinutes(row.getInt("lasts")),
                row.getInt("call_order"),
                row.getString("account_id"),
                null,
                row.getString("phone"));
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        var signedAt = row.getTimestamp("signed_at");
        return new HandOver(
                row.getLong("id"),
                row.getString("note"),
                row.getString("left_by_name"),
                row.getTimestamp("left_at").toInstant(),
                row.getString("signed_by_name"),
                signedAt == null ? null : signedAt.toInstant());
    }
}
