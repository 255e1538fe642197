package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DivisionVersionTests extends TownTest {

    @Autowired JdbcClient sql;

    private record Version(int version, OffsetDateTime from, @Nullable OffsetDateTime to) {}

    @Test
    void anotherBorderMakesANewVersionAndEndsTheOneBefore() {
        load(town);
        moveTheBorderOfA1AndA2();

        assertThat(load(town)).satisfies(counts(2, 9, 0));

        var versions = versions("A1");
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().to()).isEqualTo(versions.getLast().from());
        assertThat(versions.getLast().to()).isNull();
        assertThat(codeAt(105, 50)).isEqualTo(town.code("A1"));
    }

    @Test
    void aNewBorderForOneSideOnlyIsKeptOutAndTheOldOneStays() {
        load(town);
        town.grid("A1", 0, 0, 110, 0, 110, 100, 0, 100, 0, 0);

        var report = load(town);

        assertThat(report).satisfies(counts(0, 10, 1));
        assertThat(said(report)).anyMatch(text -> text.contains("overlap"));
        assertThat(codeAt(105, 50)).isEqualTo(town.code("A2"));
        assertThat(versions("A1")).hasSize(1);
    }

    @Test
    void aNameOrACountIsPutRightInPlace() {
        load(town);
        town.with("A1", "households", "321.0").with("A1", "kind", "\"dedicated\"");

        assertThat(load(town)).satisfies(counts(1, 10, 0));
        assertThat(load(town)).satisfies(counts(0, 11, 0));

        assertThat(versions("A1")).hasSize(1);
        assertThat(grid.division(town.code("A1")).orElseThrow().kind())
                .isEqualTo(CellKind.DEDICATED);
    }

    @Test
    void whatAFileDoesNotSayStays() {
        load(town.with("A1", "households", "321"));

        assertThat(load(sameTown())).satisfies(counts(0, 11, 0));
    }

    @Test
    void aBorderOfTheFutureHoldsFromItsDayOn() {
        load(town);
        moveTheBorderOfA1AndA2();
        town.with("A1", "valid_from", "\"2199-01-01\"").with("A2", "valid_from", "\"2199-01-01\"");

        assertThat(load(town)).satisfies(counts(2, 9, 0));

        assertThat(codeAt(105, 50)).isEqualTo(town.code("A2"));
        assertThat(load(town)).satisfies(counts(0, 11, 0));
    }

    @Test
    void aChangeCannotBeginBeforeTheStateItChanges() {
        load(town.with("A1", "valid_from", "\"2020-01-01\""));

        var report = load(sameTown().with("A1", "valid_from", "\"2019-01-01\""));

        assertThat(report).satisfies(counts(0, 10, 1));
    }

    @Test
    void aCellIsDividedInTwoByEndingItAndBringingTheHalves() {
        load(town);
        var before = "\"2020-01-01\"";
        town.with("A1", "valid_to", "\"2100-01-01\"");
        load(town);
        var divided =
                sameTown()
                        .with("A1", "valid_to", before)
                        .grid("A5", 0, 0, 50, 0, 50, 100, 0, 100, 0, 0)
                        .grid("A6", 50, 0, 100, 0, 100, 100, 50, 100, 50, 0);

        // it held from today on, so it cannot have ended before that
        assertThat(load(divided).rejected()).isEqualTo(3);

        var now = OffsetDateTime.now(ZoneOffset.UTC).withNano(0);
        var today =
                sameTown()
                        .with("A1", "valid_to", "\"" + now + "\"")
                        .grid("A5", 0, 0, 50, 0, 50, 100, 0, 100, 0, 0)
                        .grid("A6", 50, 0, 100, 0, 100, 100, 50, 100, 50, 0);
        assertThat(load(today)).satisfies(counts(3, 10, 0));
        assertThat(codeAt(75, 50)).isEqualTo(town.code("A6"));
        assertThat(grid.division(town.code("A1"))).isEmpty();
    }

    @Test
    void aCellCannotEndWithoutAnotherInItsPlace() {
        load(town);
        var now = OffsetDateTime.now(ZoneOffset.UTC).withNano(0);

        var report = load(town.with("A1", "valid_to", "\"" + now + "\""));

        assertThat(report).satisfies(counts(0, 10, 1));
        assertThat(said(report)).singleElement().asString().contains("gap", town.code("A1"));
        assertThat(codeAt(50, 50)).isEqualTo(town.code("A1"));
    }

    @Test
    void aCommunityThatMovesTakesItsCellsAlong() {
        load(town);
        town.area("S", "street", "", Town.box(0, 0, 400, 200));
        town.area("A", "community", "S", Town.box(0, 0, 200, 200));
        town.area("B", "community", "S", Town.box(200, 0, 400, 200));

        load(town);

        assertThat(grid.cell(town.code("A1")).orElseThrow().path())
                .isEqualTo(
                        "/%s/%s/%s/%s/"
                                .formatted(
                                        town.code(""),
                                        town.code("S"),
                                        town.code("A"),
                                        town.code("A1")));
    }

    @Test
    void aCommunityThatWillMoveTakesItsCellsAlongOnThatDayOnly() {
        load(town);
        town.area("S", "street", "", Town.box(0, 0, 400, 200));
        town.area("A", "community", "S", Town.box(0, 0, 200, 200))
                .with("A", "valid_from", "\"2199-01-01\"");
        town.area("B", "community", "S", Town.box(200, 0, 400, 200))
                .with("B", "valid_from", "\"2199-01-01\"");

        assertThat(load(town).rejections()).isEmpty();

        assertThat(grid.division(town.code("A")).orElseThrow().path())
                .isEqualTo("/%s/%s/".formatted(town.code(""), town.code("A")));
        assertThat(grid.cell(town.code("A1")).orElseThrow().path())
                .isEqualTo("/%s/%s/%s/".formatted(town.code(""), town.code("A"), town.code("A1")));
    }

    private void moveTheBorderOfA1AndA2() {
        town.grid("A1", 0, 0, 110, 0, 110, 100, 0, 100, 0, 0);
        town.grid("A2", 110, 0, 200, 0, 200, 100, 110, 100, 110, 0);
        town.grid("A3", 0, 100, 100, 100, 100, 200, 0, 200, 0, 100);
    }

    private List<Version> versions(String name) {
        return sql.sql(
                        """
                        select version, valid_from, valid_to
                        from grid.division
                        where scheme = 'master' and code = :code
                        order by version
                        """)
                .param("code", town.code(name))
                .query((row, _) ->
                        new Version(
                                row.getInt("version"),
                                row.getObject("valid_from", OffsetDateTime.class),
                                row.getObject("valid_to", OffsetDateTime.class)))
                .list();
    }
}
