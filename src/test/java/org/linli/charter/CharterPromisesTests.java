package org.linli.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the charter that no forbidden name gives away, each by its number. */
@LinliTest
class CharterPromisesTests {

    /**
     * Kinds of files that may come in: places, work, and those who do it; never a feed of people.
     */
    private static final Set<String> IMPORTS =
            Set.of(
                    "divisions",
                    "matters",
                    "conditions",
                    "calendar",
                    "units",
                    "staff",
                    "cases",
                    "case-events",
                    "households",
                    "visits");

    @Autowired private List<Importer> importers;
    @Autowired private SchemaNames schema;
    @Autowired private MockMvcTester mvc;
    @Autowired private JsonMapper json;

    @Test
    void n3NothingTakesInAFeedOfWhereResidentsWere() {
        assertThat(importers).extracting(Importer::kind).isSubsetOf(IMPORTS);
    }

    @Test
    void n4NoPlaceIsStoredOfThoseWhoWork() {
        assertThat(schema.all())
                .filteredOn(name -> name.matches("(access|people)\\..*"))
                .isNotEmpty()
                .noneMatch(name ->
                        name.matches(
                                ".*\\.(lon|lat|longitude|latitude|position|spot|.*_at_place)"));
    }

    @Test
    void n5EveryStepOfACaseNamesWhoTookIt() {
        assertThat(schema.all()).contains("cases.case_event.actor");
    }

    @Test
    void n8PeopleAreFoundByTheirPostsAndNotByTheirTraits() {
        var asked = new TreeSet<String>();
        description()
                .path("paths")
                .properties()
                .forEach(path -> {
                    if (path.getKey().matches(".*/(people|persons|residents|households)")) {
                        path.getValue()
                                .path("get")
                                .path("parameters")
                                .forEach(parameter -> asked.add(parameter.path("name").asString()));
                    }
                });

        assertThat(asked).isSubsetOf("area", "cursor", "limit", "purpose", "task", "caseNo");
    }

    @Test
    void n10AReportNeedsNoPhotoAndNoPlace() {
        var required = new ArrayList<String>();
        schemaOf("IntakeReportRequest")
                .path("required")
                .forEach(name -> required.add(name.asString()));

        assertThat(required).doesNotContain("lon", "lat", "address", "reporter");
    }

    @Test
    void n12MapsShowCountsOfCasesAndNeverWhoReported() {
        assertThat(fieldsOf("CasesCaseQueriesCellLoad"))
                .noneMatch(CharterPromisesTests::namesAPerson);
    }

    @Test
    void n13WhatIsHeldForAnEmergencyHasAnEnd() {
        var emergency =
                schema.all().stream()
                        .filter(name -> name.contains("emergency"))
                        .map(name -> name.substring(0, name.lastIndexOf('.')))
                        .distinct();

        assertThat(emergency).allMatch(table -> schema.all().contains(table + ".ends_at"));
    }

    @Test
    void n14NoViewOfACaseTellsWhoReportedIt() {
        for (var view :
                List.of(
                        "CasesCaseDetail",
                        "CasesCaseItem",
                        "CasesTrackedCase",
                        "IntakeNeighboursSimilar")) {
            assertThat(fieldsOf(view))
                    .as(view)
                    .isNotEmpty()
                    .noneMatch(CharterPromisesTests::namesAPerson);
        }
    }

    /** What shows one case knows no name or number of whoever reported it. */
    private static boolean namesAPerson(String field) {
        return field.matches("(?i)(reporter|contact|phone|email|idNumber|.*reporterName|person.*)");
    }

    @Test
    void n16NoSettingReachesTheCharter() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/linli"))) {
            for (var source :
                    sources.filter(file -> file.toString().matches(".*charter/.*\\.java"))
                            .toList()) {
                assertThat(Files.readString(source))
                        .as(source.toString())
                        .doesNotContain(
                                "@Value", "ConfigurationProperties", "Conditional", "@Profile");
            }
        }
    }

    private Set<String> fieldsOf(String name) {
        var fields = new TreeSet<String>();
        schemaOf(name).path("properties").properties().forEach(field -> fields.add(field.getKey()));
        return fields;
    }

    private JsonNode schemaOf(String name) {
        var schema = description().path("components").path("schemas").path(name);
        assertThat(schema.isMissingNode()).as(name).isFalse();
        return schema;
    }

    private JsonNode description() {
        try {
            return json.readTree(
                    mvc.get()
                            .uri("/api/openapi.json")
                            .exchange()
                            .getResponse()
                            .getContentAsString());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
