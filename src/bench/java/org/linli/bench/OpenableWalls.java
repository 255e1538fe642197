package org.linli.bench;

import java.sql.SQLException;
import java.util.List;
import org.linli.platform.postgres.ConnectionSettings;
import org.linli.platform.postgres.Database;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The walls of the database and its trail, without which one can see here what they cost. */
@Component
@Primary
public class OpenableWalls implements ConnectionSettings {

    private static final String SWITCH =
            """
            do $$
            declare walled regclass;
            begin
                for walled in select oid from pg_class
                    where relkind = 'r' and relname = any ('{case_file,case_event,tracking,reporter_contact,imported}')
                        and relnamespace = 'cases'::regnamespace
                loop
                    execute format('alter table %%s %1$s row level security', walled);
                    execute format('alter table %%s %2$s row level security', walled);
                end loop;
            end $$
            """;

    private static final String FORGET =
            """
            create or replace function audit.forget() returns trigger language plpgsql
                as 'begin return null; end';
            create trigger forget before insert on audit.event
                for each row execute function audit.forget()
            """;

    private static final String REMEMBER =
            """
            drop trigger forget on audit.event
            """;

    private final ConnectionSettings inEarnest;
    private volatile boolean open;

    OpenableWalls(@Qualifier("contextSettings") ConnectionSettings inEarnest) {
        this.inEarnest = inEarnest;
    }

    @Override
    public List<String> now() {
        var now = inEarnest.now();
        return open && !now.equals(EVERYTHING) ? NOBODY : now;
    }

    /**
     * Shows everybody everything, tells no connection whom it works for but the system's own, whose
     * tables stay walled, and keeps no trail of what is done.
     */
    public void open(Database database) {
        become(SWITCH.formatted("disable", "no force") + ";" + FORGET, database);
        open = true;
    }

    public void close(Database database) {
        open = false;
        become(SWITCH.formatted("enable", "force") + ";" + REMEMBER, database);
    }

    private static void become(String statements, Database database) {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(statements);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
