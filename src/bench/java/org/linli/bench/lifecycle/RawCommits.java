package org.linli.bench.lifecycle;

import org.springframework.jdbc.core.JdbcTemplate;

/** The raw limit: as many durable commits as a life has, each of one row with nothing behind it. */
final class RawCommits implements Contender {

    private static final int COMMITS = 6;

    private final JdbcTemplate sql;

    RawCommits(JdbcTemplate owner, JdbcTemplate sql) {
        this.sql = sql;
        owner.execute(
                "create table flowable.raw (id bigint generated always as identity, text text)");
    }

    @Override
    public String name() {
        return "raw commits";
    }

    @Override
    public void live(int number) {
        for (var commit = 0; commit < COMMITS; commit++) {
            sql.update("insert into flowable.raw (text) values (?)", "路灯不亮 " + number);
        }
    }
}
