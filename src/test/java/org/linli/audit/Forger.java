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
        return store.page("0", Long.MIN_VALUE, 100_000);
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
            var below = seals.getLast().below();
            var whole = new Seal(1, events.size(), below, leaves.toByteArray(), head);
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
        sql.sql("delete from audit.event where xid = :xid::xid8 and id = :id")
                .param("xid", event.xid())
                .param("id", event.id())
                .update();
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
                        where xid = :xid::xid8 and id = :id
                        """)
                .param("act", act)
                .param("xid", like.xid())
                .param("id", like.id())
                .update();
    }

    void set(Recorded event, String assignment) {
        sql.sql("update audit.event set " + assignment + " where xid = :xid::xid8 and id = :id")
                .param("xid", event.xid())
                .param("id", event.id())
                .update();
    }

    void swap(Recorded one, Recorded other) {
        set(one, "id = -1");
        set(other, "xid = '%s', id = %d".formatted(one.xid(), one.id()));
        sql.sql("update audit.event set xid = :xid::xid8, id = :id where id = -1")
                .param("xid", other.xid())
                .param("id", other.id())
                .update();
    }
}
