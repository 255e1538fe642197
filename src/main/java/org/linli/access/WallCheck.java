package org.linli.access;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.linli.platform.postgres.ConnectionSettings;
import org.linli.platform.postgres.Database;
import org.linli.platform.postgres.WalledDataSource;
import org.linli.platform.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code check rls}: whether the database shows anybody a row that is not theirs. Asks its
 * catalogue for whatever lets somebody past the row security; looks as nobody; and lets two people
 * take turns on a single connection, with failures in between.
 */
@Component
public class WallCheck {

    private static final Logger LOG = LoggerFactory.getLogger(WallCheck.class);

    /** Each so many rounds a statement fails, or the work around it does. */
    private static final int FAILS_EACH = 7;

    private static final int BREAKS_EACH = 5;

    /** Looked at in every turn; the other tables with row security in turn. */
    private static final String CASES = "cases.published_case";

    private final Database database;
    private final ConnectionSettings settings;

    WallCheck(Database database, ConnectionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * What was found.
     *
     * @param breaches empty if the walls stand
     * @param rounds how often somebody else had the connection; none where all cases lie in one
     *     place
     * @param rows how many rows were looked at meanwhile
     */
    public record Found(List<Message> breaches, int rounds, long rows) {

        public Found {
            breaches = List.copyOf(breaches);
        }
    }

    public Found run(int rounds) {
        try (var pool = WalledDataSource.of(database, settings, 1)) {
            return run(rounds, pool);
        }
    }

    /**
     * @param pool with a single connection that nobody has used yet
     */
    Found run(int rounds, DataSource pool) {
        var store = new WallStore(pool);
        var breaches = new ArrayList<>(store.breaches());
        AccessContext.of(Actor.ANONYMOUS)
                .run(() ->
                        store.tablesWithRows()
                                .forEach(table ->
                                        breaches.add(Message.of("walls/seen-by-nobody", table))));
        var places = AccessContext.asSystem("check rls", store::places);
        if (places.size() < 2) {
            return new Found(breaches, 0, 0);
        }
        var turns = new Turns(store, places, pool);
        for (var round = 0; round < rounds; round++) {
            turns.take(round);
        }
        if (turns.foreign > 0) {
            breaches.add(Message.of("walls/foreign-rows", turns.foreign, rounds));
        }
        return new Found(breaches, rounds, turns.rows);
    }

    /** Two people, each of one place, and now and then nobody. */
    private static final class Turns {

        private final WallStore store;
        private final List<String> places;
        private final List<String> tables;
        private final TransactionTemplate transaction;
        private long rows;
        private long foreign;

        Turns(WallStore store, List<String> places, DataSource pool) {
            this.store = store;
            this.places = places;
            this.tables = store.placed();
            this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        }

        void take(int round) {
            var place = places.get(round % places.size());
            if (round % BREAKS_EACH == 0) {
                AccessContext.of(Actor.ANONYMOUS).run(() -> look("nowhere", round));
            }
            AccessContext.of(of(place))
                    .run(() ->
                            transaction.executeWithoutResult(status -> {
                                look(place, round);
                                if (round % FAILS_EACH == 0) {
                                    fail();
                                    status.setRollbackOnly();
                                }
                            }));
        }

        private void look(String place, int round) {
            look(place, CASES);
            look(place, tables.get(round % tables.size()));
        }

        private void look(String place, String table) {
            var seen = store.seen(table, places);
            rows += seen.size();
            foreign += seen.stream().filter(path -> !path.startsWith(place)).count();
        }

        private void fail() {
            try {
                store.fail();
                throw new IllegalStateException("Nothing failed");
            } catch (DataAccessException asMeant) {
                LOG.trace("{}", asMeant.getMessage());
            }
        }

        private static Actor of(String place) {
            var post = new Post(Role.VIEWER, place, place, null);
            return new Actor("check:" + place, "", List.of(post));
        }
    }
}
