package org.linli.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what is to go out, and what became of it. */
@Repository
class DeliveryStore {

    private static final String ADD =
            """
            insert into notices.delivery (key, recipient, channel, topic, urgent, case_no,
                matter_code, street_code, at, state, due_at)
            select :key, recipient, channel, :topic, :urgent, :caseNo, :matter, :street, :at,
                'WAITING', :at
            from unnest(:recipients, :channels) as wanted (recipient, channel)
            where not exists (select from notices.stopped s where s.recipient = wanted.recipient)
            on conflict (key, recipient, channel) do nothing
            """;

    /** Whoever takes one has it for a while, and nobody waits for anybody. */
    private static final String TAKE =
            """
            update notices.delivery
            set attempts = attempts + 1, due_at = :until
            where id in (
                select id
                from notices.delivery
                where state = 'WAITING' and due_at <= :now
                order by due_at, id
                limit :atMost
                for update skip locked)
            returning id, recipient, channel, attempts, failure, done_at, key, topic, urgent,
                case_no, matter_code, street_code, at
            """;

    private static final String PUT_OFF =
            """
            update notices.delivery
            set attempts = attempts - 1, due_at = :until
            where id = :id
            """;

    private static final String FAILED =
            """
            update notices.delivery
            set due_at = :until, failure = :failure
            where id = :id
            """;

    private static final String END =
            """
            update notices.delivery
            set state = :state, failure = :failure, done_at = :now
            where id = :id
            """;

    private static final String DEAD =
            """
            select id, recipient, channel, attempts, failure, done_at, key, topic, urgent,
                case_no, matter_code, street_code, at
            from notices.delivery
            where state = 'DEAD' and id < :before
            order by id desc
            limit :limit
            """;

    private static final String AGAIN =
            """
            update notices.delivery
            set state = 'WAITING', attempts = 0, due_at = :now, failure = null, done_at = null
            where id = :id and state = 'DEAD'
            """;

    private static final String COUNTS =
            """
            select channel, count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state = 'DEAD') as dead
            from notices.delivery
            where state in ('WAITING', 'DEAD')
            group by channel
            """;

    private static final String STOP =
            """
            with stopped as (
                insert into notices.stopped (recipient, at) values (:recipient, :now)
                on conflict do nothing
            )
            update notices.delivery
            set state = 'DROPPED', done_at = :now
            where recipient = :recipient and state = 'WAITING'
            """;

    private static final String STOPPED =
            """
            select exists (select from notices.stopped where recipient = :recipient)
            """;

    private final JdbcClient sql;

    DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Something to go out: who gets it is the recipient's code, and no address. */
    record Delivery(
            long id,
            String recipient,
            String channel,
            int attempts,
            @Nullable String failure,
            @Nullable Instant doneAt,
            Line line) {}

    /** Who is to be told by which channel. */
    record Way(String recipient, String channel) {}

    /** How many wait and how many were given up. */
    record Count(String channel, long waiting, long dead) {}

    void add(Collection<Way> ways, Line line) {
        NoticeStore.parameters(sql.sql(ADD), line)
                .param("recipients", ways.stream().map(Way::recipient).toArray(String[]::new))
                .param("channels", ways.stream().map(Way::channel).toArray(String[]::new))
                .update();
    }

    /**
     * Takes some that are due, each for so long. They go out in the order in which they came to be
     * told, whatever order the update finds them in.
     */
    List<Delivery> take(Instant now, Duration lease, int atMost) {
        return sql
                .sql(TAKE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query(DeliveryStore::read)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Delivery::id))
                .toList();
    }

    /** Puts one off that was not tried. */
    void putOff(long id, Instant until) {
        sql.sql(PUT_OFF).param("id", id).param("until", until.atOffset(ZoneOffset.UTC)).update();
    }

    void failed(long id, String failure, Instant until) {
        sql.sql(FAILED)
                .param("id", id)
                .param("failure", failure)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void sent(long id, Instant now) {
        end(id, "SENT", null, now);
    }

    void giveUp(long id, String failure, Instant now) {
        end(id, "DEAD", failure, now);
    }

    private void end(long id, String state, @Nullable String failure, Instant now) {
        sql.sql(END)
                .param("id", id)
                .param("state", state)
                .param("failure", failure, Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was given up, the newest first. */
    List<Delivery> dead(long before, int limit) {
        return sql.sql(DEAD)
                .param("before", before)
                .param("limit", limit)
                .query(DeliveryStore::read)
                .list();
    }

    /** Whether there was such a one that had been given up. */
    boolean again(long id, Instant now) {
        return sql.sql(AGAIN).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update()
                == 1;
    }

    List<Count> counts() {
        return sql.sql(COUNTS)
                .query((row, _) ->
                        new Count(
                                row.getString("channel"),
                                row.getLong("waiting"),
                                row.getLong("dead")))
                .list();
    }

    /** Sends this recipient nothing any more. */
    void stop(String recipient, Instant now) {
        sql.sql(STOP)
                .param("recipient", recipient)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isStopped(String recipient) {
        return sql.sql(STOPPED).param("recipient", recipient).query(Boolean.class).single();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        var done = row.getTimestamp("done_at");
        return new Delivery(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("channel"),
                row.getInt("attempts"),
                row.getString("failure"),
                done == null ? null : done.toInstant(),
                NoticeStore.line(row));
    }
}
