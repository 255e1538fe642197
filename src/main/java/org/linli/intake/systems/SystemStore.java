package org.linli.intake.systems;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the systems that hand over, and what their codes mean. */
@Repository
class SystemStore {

    private static final String SYSTEMS =
            """
            select code, name, source, sender from intake.system order by code
            """;

    private static final String SYSTEM =
            """
            select code, name, source, sender from intake.system where code = :code
            """;

    private static final String PUT_SYSTEM =
            """
            insert into intake.system (code, name, source, sender)
            values (:code, :name, :source, :sender)
            on conflict (code) do update
            set name = excluded.name, source = excluded.source, sender = excluded.sender
            """;

    private static final String CODES =
            """
            select kind, theirs, ours, condition_no
            from intake.code
            where system = :system
            order by kind, theirs
            """;

    private static final String CODE =
            """
            select kind, theirs, ours, condition_no
            from intake.code
            where system = :system and kind = :kind and theirs = :theirs
            """;

    private static final String PUT_CODE =
            """
            insert into intake.code (system, kind, theirs, ours, condition_no)
            values (:system, :kind, :theirs, :ours, :condition)
            on conflict (system, kind, theirs) do update
            set ours = excluded.ours, condition_no = excluded.condition_no
            """;

    private static final String FORGET_CODE =
            """
            delete from intake.code
            where system = :system and kind = :kind and theirs = :theirs
            """;

    private final JdbcClient sql;

    SystemStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<SendingSystem> systems() {
        return sql.sql(SYSTEMS).query(SystemStore::system).list();
    }

    Optional<SendingSystem> system(String code) {
        return sql.sql(SYSTEM).param("code", code).query(SystemStore::system).optional();
    }

    void put(SendingSystem system) {
        sql.sql(PUT_SYSTEM)
                .param("code", system.code())
                .param("name", system.name())
                .param("source", system.source())
                .param("sender", system.sender())
                .update();
    }

    List<TheirCode> codes(String system) {
        return sql.sql(CODES).param("system", system).query(SystemStore::code).list();
    }

    Optional<TheirCode> code(String system, String kind, String theirs) {
        return sql.sql(CODE)
                .param("system", system)
                .param("kind", kind)
                .param("theirs", theirs)
                .query(SystemStore::code)
                .optional();
    }

    /** What the code means from now on, or that it means nothing any more. */
    void put(String system, TheirCode code) {
        if (code.ours() == null) {
            sql.sql(FORGET_CODE)
                    .param("system", system)
                    .param("kind", code.kind())
                    .param("theirs", code.theirs())
                    .update();
        } else {
            sql.sql(PUT_CODE)
                    .param("system", system)
                    .param("kind", code.kind())
                    .param("theirs", code.theirs())
                    .param("ours", code.ours())
                    .param("condition", code.conditionNo())
                    .update();
        }
    }

    private static SendingSystem system(ResultSet row, int number) throws SQLException {
        return new SendingSystem(
                row.getString("code"),
                row.getString("name"),
                row.getString("source"),
                row.getString("sender"));
    }

    private static TheirCode code(ResultSet row, int number) throws SQLException {
        return new TheirCode(
                row.getString("kind"),
                row.getString("theirs"),
                row.getString("ours"),
                row.getObject("condition_no", Integer.class));
    }
}
