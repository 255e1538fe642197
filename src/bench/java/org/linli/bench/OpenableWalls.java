package org.linli.bench;

import java.sql.SQLException;
import java.util.List;
import org.linli.platform.postgres.ConnectionSettings;
import org.linli.platform.postgres.Database;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The walls of the database, which can be opened here to see what they cost. */
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

    private final ConnectionSettings inEarnest;
    private volatile boolean open;

    OpenableWalls(@Qualifier("contextSettings") ConnectionSettings inEarnest) {
        this.inEarnest = inEarnest;
    }

    @Override
    public List<String> now() {
        return open ? NOBODY : inEarnest.now();
    }

    /** Shows everybody everything, and tells no connection whom it works for. */
    public void open(Database database) {
        become("disable", "no force", database);
        open = true;
    }

    public void close(Database database) {
        open = false;
        become("enable", "force", database);
    }

    private static void become(String row, String force, Database database) {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(SWITCH.formatted(row, force));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
