package org.linli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.grid.Level;
import org.linli.intake.Api;
import org.linli.intake.TestGround;
import org.linli.platform.geo.Position;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client of OGC API Features 1.0, from the landing page to a feature. */
@LinliTest
class FeatureTests {

    private static final String ITEMS = "/ogc/collections/%s/items";

    @LocalServerPort private int port;
    @Autowired private TestGround ground;

    private Api client;

    @BeforeEach
    void connect() {
        ground.load();
        client = new Api(port);
    }

    @Test
    void everyLinkOfTheLandingPageLeadsSomewhere() {
        var landing = client.get("/ogc").json();

        var rels = landing.path("links").valueStream().map(link -> link.path("rel").asString());
        assertThat(rels).contains("self", "service-desc", "conformance", "data");
        landing.path("links")
                .forEach(link -> {
                    var path = link.path("href").asString().replaceFirst("^http://[^/]+", "");
                    assertThat(client.get(path).status()).as(path).isEqualTo(200);
                });
        assertThat(client.get("/ogc/api").header("Content-Type"))
                .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
        assertThat(client.get("/ogc/conformance").json().path("conformsTo")).hasSize(3);
    }

    @Test
    void collectionsSayWhereTheirItemsAre() {
        var collections = client.get("/ogc/collections").json().path("collections");

        assertThat(collections.valueStream().map(one -> one.path("id").asString()))
                .containsExactly("divisions", "cells", "cases");
        var extent = collections.get(0).path("extent").path("spatial").path("bbox").get(0);
        assertThat(extent).hasSize(4);
        assertThat(client.get("/ogc/collections/none").status()).isEqualTo(404);
    }

    @Test
    void pagesFollowEachOtherUntilEveryCellWasThereOnce() {
        var first = client.get(ITEMS.formatted("cells") + "?limit=7");
        assertThat(first.header("Content-Type")).startsWith("application/geo+json");
        var matched = first.json().path("numberMatched").asInt();

        var seen = new java.util.ArrayList<String>();
        var page = first.json();
        while (true) {
            page.path("features").forEach(one -> seen.add(one.path("id").asString()));
            var next =
                    page.path("links")
                            .valueStream()
                            .filter(link -> link.path("rel").asString().equals("next"))
                            .findFirst();
            if (next.isEmpty()) {
                break;
            }
            var path = next.get().path("href").asString().replaceFirst("^http://[^/]+", "");
            page = client.get(path.replace("limit=7", "limit=500")).json();
            if (page.path("features").isEmpty()) {
                break;
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(matched).isGreaterThan(7);
    }

    @Test
    void aBoxShowsTheCellThatLiesInItAndTheCellByItself() {
        var spot = ground.spot(3);

        var found = client.get(ITEMS.formatted("cells") + "?bbox=" + box(spot)).json();

        assertThat(found.path("features")).isNotEmpty();
        var id = found.path("features").get(0).path("id").asString();
        var one = client.get(ITEMS.formatted("cells") + "/" + id).json();
        assertThat(one.path("geometry").path("type").asString()).isIn("Polygon", "MultiPolygon");
        assertThat(one.path("properties").path("level").asString())
                .isIn(Level.GRID.code(), Level.MICROGRID.code());
        assertThat(client.get(ITEMS.formatted("divisions") + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void aCaseIsThereWithoutItsWordsAndWhereItIsToldToBe() {
        var spot = ground.spot(41);
        var caseNo = reported("12001", "井盖丢了，我是住对面的赵女士", spot);

        var found = client.get(ITEMS.formatted("cases") + "?bbox=" + box(spot));

        assertThat(found.body()).contains(caseNo).doesNotContain("赵女士");
        var one = client.get(ITEMS.formatted("cases") + "/" + caseNo).json();
        assertThat(one.path("geometry").path("coordinates").get(0).asDouble())
                .isCloseTo(spot.longitude(), org.assertj.core.data.Offset.offset(0.00001));
    }

    /** Or boxes that grow smaller would find the very door. */
    @Test
    void aBoxIsMeasuredAgainstWhereACaseIsToldToBe() {
        var spot = ground.spot(42);
        var caseNo = reported("16001", "夜里施工", spot);
        var told =
                new Position(
                        Math.round(spot.longitude() * 100) / 100.0,
                        Math.round(spot.latitude() * 100) / 100.0);

        var there = client.get(ITEMS.formatted("cases") + "?limit=1000&bbox=" + box(told));
        var really = client.get(ITEMS.formatted("cases") + "?limit=1000&bbox=" + box(spot));

        assertThat(there.body()).contains(caseNo);
        assertThat(really.body()).doesNotContain(caseNo);
    }

    @Test
    void aTimeNarrowsThemToWhenTheyWereReported() {
        var old = client.get(ITEMS.formatted("cases") + "?datetime=../2001-01-01").json();
        assertThat(old.path("numberReturned").asInt()).isZero();
    }

    @Test
    void aParameterThatIsUnknownOrWrongIsRefused() {
        for (var query :
                List.of("bbox=1,2,3", "bbox=a,b,c,d", "limit=0", "datetime=soon", "colour=red")) {
            var refused = client.get(ITEMS.formatted("cells") + "?" + query);
            assertThat(refused.status()).as(query).isEqualTo(400);
        }
        assertThat(client.get(ITEMS.formatted("cells") + "?limit=100000").status()).isEqualTo(200);
    }

    private String reported(String matter, String text, Position spot) {
        return client.post(
                        "/api/v1/reports",
                        """
                        {"opId":"%s","matterCode":"%s","text":"%s","lon":%s,"lat":%s,
                         "source":"resident"}\
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        matter,
                                        text,
                                        spot.longitude(),
                                        spot.latitude()))
                .text("caseNo");
    }

    private static String box(Position spot) {
        return "%s,%s,%s,%s"
                .formatted(
                        spot.longitude() - 0.00001,
                        spot.latitude() - 0.00001,
                        spot.longitude() + 0.00001,
                        spot.latitude() + 0.00001);
    }
}
