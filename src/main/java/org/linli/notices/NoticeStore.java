package org.linli.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the inboxes, and puts beside each new notice what is to go out of it. */
@Repository
class NoticeStore {

    private static final String ADD =
            """
            with told as (
                insert into notices.notice (account_id, key, topic, urgent, case_no, matter_code,
                    street_code, at)
                select account, :key, :topic, :urgent, :caseNo, :matter, :street, :at
                from unnest(:accounts) as account
                on conflict (account_id, key) do nothing
                returning account_id
            )
            insert into notices.delivery (key, recipient, channel, topic, urgent, case_no,
                matter_code, street_code, at, state, due_at)
            select :key, told.account_id, channel, :topic, :urgent, :caseNo, :matter, :street, :at,
                'WAITING', :at
            from told
            join notices.preference p on p.account_id = told.account_id
            cross join unnest(p.channels) as channel
            where channel = any(:open)
            on conflict (key, recipient, channel) do nothing
            """;

    private static final String INBOX =
            """
            select id, key, topic, urgent, case_no, matter_code, street_code, at, read_at
            from notices.notice
            where account_id = :account and id < :before and (not :unread or read_at is null)
            order by id desc
            limit :limit
            """;

    private static final String UNREAD =
            """
            select count(*) as notices, count(*) filter (where urgent) as urgent
            from notices.notice
            where account_id = :account and read_at is null
            """;

    private static final String READ =
            """
            update notices.notice
            set read_at = :now
            where account_id = :account and read_at is null and id <= :upTo
                and (:only = 0 or id = :only)
            """;

    private final JdbcClient sql;

    NoticeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A notice in an inbox. */
    record Kept(long id, Line line, boolean read) {}

    /** How many notices nobody has read yet, and how many of them are urgent. */
    record Unread(long notices, long urgent) {}

    /** Adds to inboxes, and what goes out of it by the channels that are open. */
    void add(Collection<String> accounts, Collection<String> open, Line line) {
        parameters(sql.sql(ADD), line)
                .param("accounts", accounts.toArray(String[]::new))
                .param("open", open.toArray(String[]::new))
                .update();
    }

    static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Line line) {
        return statement
                .param("key", line.key())
                .param("topic", line.topic().code())
                .param("urgent", line.urgent())
                .param("caseNo", line.caseNo(), Types.VARCHAR)
                .param("matter", line.matterCode(), Types.VARCHAR)
                .param("street", line.streetCode(), Types.VARCHAR)
                .param("at", line.at().atOffset(ZoneOffset.UTC));
    }

    /** An inbox, the newest first. */
    List<Kept> inbox(String account, long before, boolean unread, int limit) {
        return sql.sql(INBOX)
                .param("account", account)
                .param("before", before)
                .param("unread", unread)
                .param("limit", limit)
                .query((row, _) ->
                        new Kept(row.getLong("id"), line(row), row.getObject("read_at") != null))
                .list();
    }

    Unread unread(String account) {
        return sql.sql(UNREAD)
                .param("account", account)
                .query((row, _) -> new Unread(row.getLong("notices"), row.getLong("urgent")))
                .single();
    }

    /** Notes that what came up to here has been seen, or one notice of it alone. */
    int read(String account, long upTo, @Nullable Long only, Instant now) {
        return sql.sql(READ)
                .param("account", account)
                .param("upTo", upTo)
                .param("only", only == null ? 0 : only)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("key"),
                Topic.of(row.getString("topic")),
                row.getBoolean("urgent"),
                row.getString("case_no"),
                row.getString("matter_code"),
                row.getString("street_code"),
                row.getTimestamp("at").toInstant());
    }
}
