package org.linli.exchange.handback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps where results go, and what is on its way there. */
@Repository
class HandBackStore {

    private static final String WEBHOOKS =
            """
            select system, url, active, secret_version from exchange.webhook order by system
            """;

    private static final String WEBHOOK =
            """
            select system, url, active, secret_version
            from exchange.webhook
            where system = :system
            """;

    private static final String PUT_WEBHOOK =
            """
            insert into exchange.webhook (system, url, active, secret_version)
            values (:system, :url, :active, :version)
            on conflict (system) do update
            set url = excluded.url, active = excluded.active,
                secret_version = excluded.secret_version
            """;

    private static final String ADD =
            """
            insert into exchange.delivery (county_code, id, system, external_id, event_id, type,
                body, made_at, attempts, next_at, last_failure)
            values (:county, :id, :system, :externalId, :event, :type, :body, :now, 0, :now, '')
            on conflict (county_code, system, external_id, event_id) do nothing
            """;

    /**
     * What is due, the first of each concern only, taken until then: whoever takes it and dies lets
     * it be tried again.
     */
    private static final String TAKE =
            """
            update exchange.delivery taken
            set attempts = taken.attempts + 1, next_at = :until
            from (
                select d.county_code, d.id, w.url, w.secret_version
                from exchange.delivery d
                join exchange.webhook w on w.system = d.system
                where d.next_at <= :now and w.active
                    and not exists (
                        select 1 from exchange.delivery before
                        where before.county_code = d.county_code and before.system = d.system
                            and before.external_id = d.external_id and before.seq < d.seq
                            and before.next_at is not null)
                order by d.next_at, d.seq
                limit :atMost
                for update of d skip locked
            ) due
            where taken.county_code = due.county_code and taken.id = due.id
            returning taken.county_code, taken.id, taken.system, taken.body, taken.attempts,
                due.url, due.secret_version
            """;

    private static final String SENT =
            """
            update exchange.delivery
            set next_at = null, dead_at = null, sent_at = :now, last_failure = ''
            where county_code = :county and id = :id
            """;

    private static final String FAILED =
            """
            update exchange.delivery
            set next_at = :next, dead_at = :dead, last_failure = :failure
            where county_code = :county and id = :id
            """;

    private static final String UNDELIVERED =
            """
            select id, system, external_id, type, made_at, attempts, next_at, dead_at, last_failure
            from exchange.delivery
            where (:dead and dead_at is not null) or (not :dead and next_at is not null)
            order by seq
            limit :limit
            """;

    private static final String RETRY =
            """
            update exchange.delivery
            set next_at = :now, dead_at = null, attempts = 0
            where id = :id and dead_at is not null
            """;

    private final JdbcClient sql;

    HandBackStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Webhook> webhooks() {
        return sql.sql(WEBHOOKS).query(HandBackStore::webhook).list();
    }

    Optional<Webhook> webhook(String system) {
        return sql.sql(WEBHOOK).param("system", system).query(HandBackStore::webhook).optional();
    }

    void put(Webhook webhook) {
        sql.sql(PUT_WEBHOOK)
                .param("system", webhook.system())
                .param("url", webhook.url())
                .param("active", webhook.active())
                .param("version", webhook.secretVersion())
                .update();
    }

    /**
     * A message, about to be stored.
     *
     * @param event its place in the log of all cases
     */
    record NewDelivery(
            String countyCode,
            UUID id,
            String system,
            String externalId,
            long event,
            String type,
            String body) {}

    void add(NewDelivery added, Instant now) {
        sql.sql(ADD)
                .param("county", added.countyCode())
                .param("id", added.id())
                .param("system", added.system())
                .param("externalId", added.externalId())
                .param("event", added.event())
                .param("type", added.type())
                .param("body", added.body())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Outgoing> take(Instant now, Instant until, int atMost) {
        return sql.sql(TAKE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("atMost", atMost)
                .query((row, _) ->
                        new Outgoing(
                                row.getString("county_code"),
                                row.getObject("id", UUID.class),
                                row.getString("system"),
                                row.getString("body"),
                                row.getInt("attempts"),
                                row.getString("url"),
                                row.getInt("secret_version")))
                .list();
    }

    void sent(Outgoing one, Instant now) {
        sql.sql(SENT)
                .param("county", one.countyCode())
                .param("id", one.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * @param next when it is tried again; null if it is given up
     */
    void failed(Outgoing one, @Nullable Instant next, Instant now, String failure) {
        sql.sql(FAILED)
                .param("county", one.countyCode())
                .param("id", one.id())
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("dead", next == null ? now.atOffset(ZoneOffset.UTC) : null)
                .param("failure", failure)
                .update();
    }

    List<Delivery> undelivered(boolean dead, int limit) {
        return sql.sql(UNDELIVERED)
                .param("dead", dead)
                .param("limit", limit)
                .query(HandBackStore::delivery)
                .list();
    }

    /** False if no message of this name is given up. */
    boolean retry(UUID id, Instant now) {
        return sql.sql(RETRY).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update()
                > 0;
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getString("system"),
                row.getString("url"),
                row.getBoolean("active"),
                row.getInt("secret_version"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var next = row.getTimestamp("next_at");
        var dead = row.getTimestamp("dead_at");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("system"),
                row.getString("external_id"),
                row.getString("type"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                dead == null ? null : dead.toInstant(),
                row.getString("last_failure"));
    }
}
