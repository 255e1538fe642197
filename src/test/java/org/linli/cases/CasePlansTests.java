package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.access.AccessContext;
import org.linli.access.Actor;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.platform.postgres.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What the office asks is read off its index, though the policy has to see every row first. */
@LinliTest
@TestPropertySource(properties = "linli.test.database=plans")
class CasePlansTests {

    private static final String MANY =
            """
            insert into cases.case_file (county_code, id, case_no, version, state, flow, source,
                matter_code, matter_version, condition_no, time_limit, text, lon, lat, placement,
                cell_code, path, address, reported_at, reporter, filed_at, handled_at, closed_at,
                handlers, due_at, self_handled, sampled, dispatches, returns, reworks, reopenings,
                extensions, times_doubtful)
            select '%1$s', n, '%1$s-261101-' || n, 2,
                case when n %% 100 = 0 then 'FILED' else 'CLOSED' end, 'case', 'patrol', '12004',
                1, 2, '4WH', '路灯不亮' || n, 150.0005 + (n * 7919 %% 18900) / 1e6,
                20.0005 + (n * 104729 %% 8900) / 1e6, 'PLACED', '%2$s', '%3$s', '灯塔路', at,
                'staff:X1', at, case when n %% 100 > 0 then at end,
                case when n %% 100 > 0 then at end, '{}', at + interval '4 hours', true, false, 0,
                0, 0, 0, 0, false
            from generate_series(1, 20000) as n,
                lateral (select timestamptz '2026-11-01Z' - n * interval '1 minute') as t (at)
            on conflict do nothing;
            insert into cases.case_search (county_code, case_id, bigrams, spot)
            select county_code, id, array['路灯', '灯不', '不亮', '亮' || id],
                point(lon, lat)
            from cases.case_file
            on conflict do nothing;
            analyze cases.case_file;
            analyze cases.case_search;
            """
                    .formatted(TestDistrict.COUNTY, TestDistrict.WEST, TestDistrict.WEST_PATH);

    private static final Post POST =
            new Post(Role.STREET_DISPATCHER, TestDistrict.STREET, TestDistrict.STREET_PATH, null);

    @Autowired private JdbcClient sql;
    @Autowired private Database database;

    @BeforeEach
    void haveMany() throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(MANY);
        }
    }

    @Test
    void eachQuestionHasItsIndex() {
        assertThat(plan("true", " order by f.reported_at desc, f.id desc limit 50", Map.of()))
                .contains("using case_file_newest");
        assertThat(
                        plan(
                                "f.open",
                                " order by coalesce(f.due_at, '9999-01-01Z'), f.id limit 50",
                                Map.of()))
                .contains("using case_file_urgency");
        assertThat(
                        plan(
                                "f.open and f.lon >= 150.004 and f.lon <= 150.0041"
                                        + " and f.lat >= 20.004 and f.lat <= 20.0041",
                                "",
                                Map.of()))
                .contains("case_file_open_spot");
        assertThat(
                        plan(
                                "exists (select 1 from cases.case_search s"
                                        + " where s.county_code = f.county_code and s.case_id = f.id"
                                        + " and s.bigrams @> array['不亮', '亮777'])",
                                " order by f.reported_at desc limit 50",
                                Map.of()))
                .contains("case_search_words");
        assertThat(
                        plan(
                                "f.county_code = :county and f.id = :id",
                                "",
                                Map.of("county", TestDistrict.COUNTY, "id", 77L)))
                .contains("using case_file_pkey");
        assertThat(plan("f.reporter = 'staff:X9'", "", Map.of())).contains("case_file_of_reporter");
        assertThat(
                        plan(
                                CaseConditions.OF_ONE_OF_THE_UNITS,
                                "",
                                Map.of("units", new String[] {"U1"})))
                .contains("case_file_of_unit", "case_file_aside");
    }

    @Test
    void whatFewCasesHaveIsFoundWithoutReadingAll() {
        Map.of(
                        "f.matter_code = '16001'", "case_file_of_matter",
                        "f.flow = 'service'", "case_file_of_service",
                        "f.level = 'district'", "case_file_of_level",
                        "f.state = any('{REFUSED}'::text[])", "case_file_otherwise_over",
                        "f.source = 'hotline_12345'", "case_file_of_source")
                .forEach((condition, index) -> {
                    var newest = " order by f.reported_at desc, f.id desc limit 50";
                    assertThat(plan(condition, newest, Map.of())).contains(index);
                    assertThat(plan(condition, " limit 10001", Map.of())).contains(index);
                });
    }

    private String plan(String condition, String order, Map<String, ?> parameters) {
        var lines =
                AccessContext.of(new Actor("staff:me", "", List.of(POST)))
                        .call(() ->
                                sql.sql(
                                                "explain select f.id from cases.case_file f where f.path >= '"
                                                        + TestDistrict.STREET_PATH
                                                        + "' and f.path < '"
                                                        + TestDistrict.STREET_PATH
                                                        + "\uffff' and "
                                                        + condition
                                                        + order)
                                        .params(parameters)
                                        .query((row, _) -> text(row.getString(1)))
                                        .list());
        return String.join("\n", lines);
    }

    private static String text(@Nullable String line) {
        return line == null ? "" : line;
    }
}
