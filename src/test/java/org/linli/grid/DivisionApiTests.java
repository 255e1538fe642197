package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.grid.tile.TileReader;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DivisionApiTests extends InTheDemo {

    @Test
    void aDivisionIsFoundByItsCode() {
        assertThat(get("/api/v1/divisions?code=990104"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        [{"code":"990104","name":"邻里示范区","level":"district","kind":null,
                        "parentCode":"990100","path":"/990000/990100/990104/"}]
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "?code=nowhere, 0",
        "?parent=990104, 3",
        "?under=990104&level=grid, 111",
        "?under=990104, 111",
        "?under=990104&level=district, 1",
        "?under=nowhere&level=grid, 0"
    })
    void divisionsAreListedByWhereTheyLie(String query, int count) {
        assertThat(get("/api/v1/divisions" + query))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"'', 111", "&level=street, 3", "&level=community, 23", "&level=microgrid, 0"})
    void cellsOfAnAreaAreGeoJson(String query, int count) {
        var answer = get("/api/v1/cells?area=990104" + query);

        assertThat(answer).hasStatusOk();
        assertThat(answer).hasContentType("application/geo+json");
        assertThat(answer).bodyJson().extractingPath("$.features.length()").isEqualTo(count);
    }

    @Test
    void whoHasTheEditionIsToldSo() {
        var first = get("/api/v1/cells?area=990104").getResponse();

        var tag = Objects.requireNonNull(first.getHeader("ETag"));
        for (var address : new String[] {"/api/v1/cells?area=990104", "/api/v1/divisions"}) {
            assertThat(mvc.get().uri(address).header("If-None-Match", tag).exchange())
                    .hasStatus(304);
        }
    }

    @ParameterizedTest
    @CsvSource({"9, 111", "8, 3", "7, 1"})
    void aTileShowsWhatOneCanTellApartFromThere(int zoom, int count) {
        var all = 1 << zoom;
        var column = (int) ((123.25 + 180) / 360 * all);
        var row = (int) (0.4116 * all);

        var answer = get("/tiles/cells/master/%d/%d/%d.mvt".formatted(zoom, column, row));

        assertThat(answer).hasStatusOk();
        assertThat(answer).hasContentType("application/vnd.mapbox-vector-tile");
        assertThat(TileReader.read(answer.getResponse().getContentAsByteArray())).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cells?area=nowhere, 404",
        "/api/v1/cells?area=990104&scheme=nobodys, 404",
        "/api/v1/cells?area=990104&level=galaxy, 422",
        "/api/v1/divisions?under=990104&level=galaxy, 422",
        "/tiles/cells/master/99/0/0.mvt, 404",
        "/tiles/cells/master/2/4/0.mvt, 404",
        "/tiles/cells/master/2/-1/0.mvt, 404",
        "/tiles/cells/nobodys/2/1/0.mvt, 404"
    })
    void whatIsNotThereIsAProblem(String address, int status) {
        assertThat(get(address))
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aMissingAreaOrAZoomThatIsNoNumberIsAProblem() {
        for (var address : new String[] {"/api/v1/cells", "/tiles/cells/master/near/0/0.mvt"}) {
            var answer = get(address);
            assertThat(answer.getResponse().getStatus()).isBetween(400, 422);
            assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).exchange();
    }
}
