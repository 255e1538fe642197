package org.linli.exchange.ogc;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.access.OpenToAll;
import org.linli.cases.PublicCases;
import org.linli.catalogue.Catalogue;
import org.linli.grid.Outlines;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.ItemProblems;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** OGC API Features 1.0 (OGC 17-069r4): core, GeoJSON and OpenAPI 3.0. */
@RestController
@RequestMapping("/ogc")
class FeatureController {

    private static final String PUBLIC =
            "divisions are published by law, and cases as anybody sees";

    private final Map<String, FeatureSource> sources;
    private final Outlines outlines;
    private final Clock clock;

    FeatureController(Outlines outlines, PublicCases cases, Catalogue catalogue, Clock clock) {
        this.outlines = outlines;
        this.clock = clock;
        this.sources =
                Map.of(
                        "divisions", new DivisionFeatures(outlines, false),
                        "cells", new DivisionFeatures(outlines, true),
                        "cases", new CaseFeatures(cases, catalogue));
    }

    @GetMapping
    @OpenToAll(because = PUBLIC)
    Landing landing(HttpServletRequest request, Locale locale) {
        return new Landing(
                "Linli 邻里",
                say("ogc/landing", locale),
                List.of(
                        link(request, "", "self", Link.JSON, "self"),
                        link(request, "/api", "service-desc", Link.OPEN_API, "OpenAPI"),
                        link(request, "/conformance", "conformance", Link.JSON, "conformance"),
                        link(request, "/collections", "data", Link.JSON, "collections")));
    }

    @GetMapping("/conformance")
    @OpenToAll(because = PUBLIC)
    Conformance conformance() {
        return Conformance.ours();
    }

    /** These addresses in OpenAPI 3.0, as the standard wants it. */
    @GetMapping("/api")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<Resource> api() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Link.OPEN_API))
                .body(new ClassPathResource("exchange/ogc-openapi.json"));
    }

    @GetMapping("/collections")
    @OpenToAll(because = PUBLIC)
    Collection.All collections(HttpServletRequest request, Locale locale) {
        var all =
                List.of("divisions", "cells", "cases").stream()
                        .map(id -> collection(request, id, locale))
                        .toList();
        var self = link(request, "/collections", "self", Link.JSON, "self");
        return new Collection.All(all, List.of(self));
    }

    @GetMapping("/collections/{collection}")
    @OpenToAll(because = PUBLIC)
    Collection collection(
            @PathVariable String collection, HttpServletRequest request, Locale locale) {
        source(collection);
        return collection(request, collection, locale);
    }

    /** Features of a collection; {@code bbox}, {@code datetime}, {@code limit}, {@code offset}. */
    @GetMapping("/collections/{collection}/items")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<Feature.Page> items(
            @PathVariable String collection,
            @RequestParam(required = false) @Parameter(description = "west,south,east,north")
                    String bbox,
            @RequestParam(required = false) String datetime,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String offset,
            HttpServletRequest request) {
        var asked = Asked.in(request.getParameterMap());
        var found = source(collection).find(asked);
        var page =
                new Feature.Page(
                        "FeatureCollection",
                        found.matched(),
                        found.features().size(),
                        clock.instant(),
                        found.features(),
                        ways(request, asked, found.more()));
        return geoJson(page);
    }

    @GetMapping("/collections/{collection}/items/{id}")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<Feature> item(
            @PathVariable String collection, @PathVariable String id, HttpServletRequest request) {
        var found = source(collection).one(id).orElseThrow(() -> new NoSuchFeature(id));
        var up = "/collections/" + collection;
        return geoJson(
                found.with(
                        List.of(
                                link(request, up + "/items/" + id, "self", Link.GEO_JSON, id),
                                link(request, up, "collection", Link.JSON, collection))));
    }

    /** The standard answers a wrong parameter with 400. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(InvalidValue wrong, Locale locale) {
        var problem = ItemProblems.detail(wrong, locale);
        problem.setStatus(HttpStatus.BAD_REQUEST);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private FeatureSource source(String collection) {
        var source = sources.get(collection);
        if (source == null) {
            throw new NoSuchFeature(collection);
        }
        return source;
    }

    private Collection collection(HttpServletRequest request, String id, Locale locale) {
        var address = "/collections/" + id;
        var extent =
                outlines.extent()
                        .map(box ->
                                new Collection.Extent(
                                        new Collection.Spatial(
                                                List.of(
                                                        List.of(
                                                                box.west(),
                                                                box.south(),
                                                                box.east(),
                                                                box.north())),
                                                Collection.CRS84)))
                        .orElse(null);
        return new Collection(
                id,
                say("ogc/" + id, locale),
                say("ogc/" + id + "-about", locale),
                extent,
                "feature",
                List.of(Collection.CRS84),
                List.of(
                        link(request, address, "self", Link.JSON, id),
                        link(request, address + "/items", "items", Link.GEO_JSON, id)));
    }

    private static List<Link> ways(HttpServletRequest request, Asked asked, boolean more) {
        var self = ServletUriComponentsBuilder.fromRequest(request);
        var links = new ArrayList<Link>();
        links.add(new Link(self.build().toUriString(), "self", Link.GEO_JSON, "self"));
        if (more) {
            var next = self.replaceQueryParam("offset", asked.offset() + asked.limit());
            links.add(new Link(next.build().toUriString(), "next", Link.GEO_JSON, "next"));
        }
        return links;
    }

    private static <T> ResponseEntity<T> geoJson(T body) {
        var type = new MediaType(MediaType.parseMediaType(Link.GEO_JSON), StandardCharsets.UTF_8);
        return ResponseEntity.ok().contentType(type).body(body);
    }

    private static Link link(
            HttpServletRequest request, String path, String rel, String type, String title) {
        var address =
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/ogc" + path)
                        .build()
                        .toUriString();
        return new Link(address, rel, type, title);
    }

    private static String say(String code, Locale locale) {
        return Words.say(Message.of(code), locale);
    }
}
