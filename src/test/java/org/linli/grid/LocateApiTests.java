package org.linli.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.geo.Datum;
import org.linli.platform.geo.Position;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class LocateApiTests extends InTheDemo {

    /** In 碧泉 community of the demo. */
    private static final double LON = 123.25;

    private static final double LAT = 30.45;

    @Test
    void aPointHasItsCellWithTheWayDownToIt() {
        var answer = mvc.get().uri("/api/v1/locate?lon={x}&lat={y}", LON, LAT).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.cells.length()").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.cells[0].scheme").isEqualTo("master");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.cells[0].path[*].level")
                .asArray()
                .containsExactly("province", "city", "district", "street", "community", "grid");
    }

    @Test
    void aPointOnNoLandHasNoCell() {
        var answer = mvc.get().uri("/api/v1/locate?lon=0&lat=0").exchange();

        assertThat(answer).hasStatusOk().bodyJson().isEqualTo("{\"cells\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcj02", "bd09", "cgcs2000"})
    void aPointOfAnotherDatumIsTheSamePlace(String datum) {
        var given = Datum.of(datum).orElseThrow().fromWgs84(new Position(LON, LAT));

        var there =
                mvc.get()
                        .uri(
                                "/api/v1/locate?lon={x}&lat={y}&datum={d}",
                                given.longitude(),
                                given.latitude(),
                                datum)
                        .exchange();

        assertThat(there).bodyJson().extractingPath("$.cells[0].code").isEqualTo(codeAt(LON, LAT));
    }

    @ParameterizedTest
    @CsvSource({
        "lon=NaN&lat=30, 422",
        "lon=1e999&lat=30, 422",
        "lon=120&lat=91, 422",
        "lon=30&lat=123, 422",
        "lon=120&lat=30&datum=gps, 422",
        "lon=east&lat=30, 422",
        "lon=120, 422"
    })
    void whatIsNoPlaceIsRefused(String query, int status) {
        var answer = mvc.get().uri("/api/v1/locate?" + query).exchange();

        assertThat(answer.getResponse().getStatus()).isBetween(400, status);
        assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void manyPointsHaveTheirCellsInTheirOrder() {
        var answer = post("{\"points\":[[123.25,30.45],[0,0],[123.25,30.45,12.5]]}");

        var code = codeAt(LON, LAT);
        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"codes\":[\"%s\",null,\"%s\"]}".formatted(code, code));
    }

    @Test
    void noPointsHaveNoCells() {
        assertThat(post("{\"points\":[]}")).hasStatusOk().bodyJson().isEqualTo("{\"codes\":[]}");
    }

    @Test
    void aHundredThousandPointsAreLocatedAtOnceAndOneMoreAreNot() {
        assertThat(post(points(100_000))).hasStatusOk();
        assertThat(post(points(100_001))).hasStatus(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"points\":null}",
                "{\"points\":{}}",
                "{\"points\":[[1]]}",
                "{\"points\":[[]]}",
                "{\"points\":[1,2]}",
                "{\"points\":[null]}",
                "{\"points\":[[\"120\",\"30\"]]}",
                "{\"points\":[[120,null]]}",
                "{\"points\":[[120,30,\"m\"]]}",
                "{\"points\":[[30,123]]}",
                "{\"points\":[[120,1e400]]}",
                "{\"points\":[[181,0]]}"
            })
    void pointsThatAreNoneAreNamed(String body) {
        var answer = post(body);

        assertThat(answer).hasStatus(422);
        assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"points\":[[120,30]", "{\"points\":[[NaN,30]]}", "points"})
    void whatIsNoJsonIsRefused(String body) {
        var answer = post(body);

        assertThat(answer.getResponse().getStatus()).isBetween(400, 422);
        assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/v1/locate")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String points(int count) {
        return "{\"points\":["
                + String.join(",", Collections.nCopies(count, "[123.2500000,30.4500000]"))
                + "]}";
    }
}
