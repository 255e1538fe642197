package org.linli.audit;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever holds every right to the database, knows how the trail is made, and has its sources. */
final class Forger {

    private final JdbcClient sql;
    private final SealStore store;

    Forger(JdbcClient sql, SealStore store) {
        this.sql = sql;
        this.store = store;
    }

    List<Recorded> events() {
        return store.since(0, Long.MAX_VALUE, 100_000);
    }

    List<Seal> seals() {
        return store.sealsAfter(0, 100_000);
    }

    /** Seals all records that are there anew, so that each link of the chain fits again. */
    void chainAnew() {
        var seals = seals();
        var chain = new Chain(store.database().orElseThrow());
        var events = events();
        sql.sql("delete from audit.seal").update();
        var head = chain.start();
        var leaves = new ByteArrayOutputStream();
        for (var no = 1; no <= events.size(); no++) {
            var leaf = chain.leaf(no, events.get(no - 1));
            leaves.writeBytes(leaf);
            head = chain.head(head, leaf);
        }
        if (!events.isEmpty()) {
            var ids = events.stream().map(Recorded::id).toList();
            var like = seals.getLast();
            var whole = new Seal(1, ids, leaves.toByteArray(), head, like.below(), like.epoch());
            store.add(whole, events.getLast().at());
        }
    }

    /** Takes the records from this number on away, and all that seals or witnesses them. */
    void cutFrom(int no) {
        for (var event : events().subList(no - 1, events().size())) {
            delete(event);
        }
        chainAnew();
        sql.sql("delete from audit.checkpoint").update();
    }

    void delete(Recorded event) {
        sql.sql("delete from audit.event where id = :id").param("id", event.id()).update();
    }

    /** Adds a copy of a record to its transaction, with this act. */
    void add(Recorded like, String act) {
        sql.sql(
                        """
                        insert into audit.event (xid, at, actor, act, kind, object, subject,
                            purpose, result, records, request)
                        select xid, at, actor, :act, kind, object, subject, purpose, result,
                            records, request
                        from audit.event
                        where id = :id
                        """)
                .param("act", act)
                .param("id", like.id())
                .update();
    }

    /** The highest id there is. */
    long newest() {
        return sql.sql("select max(id) from audit.event").query(Long.class).single();
    }

    void set(Recorded event, String assignment) {
        sql.sql("update audit.event set " + assignment + " where id = :id")
                .param("id", event.id())
                .update();
    }

    void swap(Recorded one, Recorded other) {
        set(one, "id = -1");
        set(other, "id = " + one.id());
        sql.sql("update audit.event set id = :id where id = -1").param("id", other.id()).update();
    }
}
