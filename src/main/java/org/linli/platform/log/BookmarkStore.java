package org.linli.platform.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers how far each follower has come. */
@Repository
class BookmarkStore {

    private static final String HORIZON =
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            """;

    private static final String FIND =
            """
            select transaction, id, epoch from platform.bookmark where follower = :follower
            """;

    private static final String ADD =
            """
            insert into platform.bookmark (follower, transaction, id, epoch, moved_at)
            values (:follower, :transaction, :id, :epoch, :now)
            on conflict do nothing
            """;

    /** Somebody else's work is not waited for. */
    private static final String TAKE =
            """
            select 1
            from platform.bookmark
            where follower = :follower and transaction = :transaction and id = :id
                and epoch = :epoch
            for update skip locked
            """;

    private static final String WAIT =
            """
            select 1 from platform.bookmark where follower = :follower for update
            """;

    private static final String MOVE =
            """
            update platform.bookmark
            set transaction = :transaction, id = :id, epoch = :epoch, moved_at = :now
            where follower = :follower
            """;

    private final JdbcClient sql;

    BookmarkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How far a follower has come.
     *
     * @param epoch of the installation in which transactions are so numbered
     */
    record Bookmark(Position position, int epoch) {}

    /** Below this transaction everything is committed that ever will be. */
    long horizon() {
        return sql.sql(HORIZON).query(Long.class).single();
    }

    Optional<Bookmark> find(String follower) {
        return sql.sql(FIND)
                .param("follower", follower)
                .query((row, _) ->
                        new Bookmark(
                                new Position(row.getLong("transaction"), row.getLong("id")),
                                row.getInt("epoch")))
                .optional();
    }

    void add(String follower, Bookmark bookmark, Instant now) {
        write(ADD, follower, bookmark, now);
    }

    /** Whether it still lies there, and nobody else is about to move it until we are done. */
    boolean take(String follower, Bookmark bookmark) {
        return sql.sql(TAKE)
                .param("follower", follower)
                .param("transaction", bookmark.position().transaction())
                .param("id", bookmark.position().id())
                .param("epoch", bookmark.epoch())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Waits until nobody else moves it. */
    void waitFor(String follower) {
        sql.sql(WAIT).param("follower", follower).query(Integer.class).optional();
    }

    void move(String follower, Bookmark bookmark, Instant now) {
        write(MOVE, follower, bookmark, now);
    }

    private void write(String statement, String follower, Bookmark bookmark, Instant now) {
        sql.sql(statement)
                .param("follower", follower)
                .param("transaction", bookmark.position().transaction())
                .param("id", bookmark.position().id())
                .param("epoch", bookmark.epoch())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
