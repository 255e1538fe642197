package org.linli.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.charter.Charter;
import org.linli.platform.charter.CharterRule;
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
                    "visits",
                    "system-codes",
                    "authorities",
                    "questions");

    /** A test of a rule, or a rule of the build: {@code void n7…()}, {@code ArchRule n15…}. */
    private static final Pattern NUMBERED =
            Pattern.compile("\\b(?:void|ArchRule) n(\\d{1,2})\\p{Lu}");

    private static final Pattern BANNED = Pattern.compile("/([^/\\s]+)/i");

    @Autowired private List<Importer> importers;
    @Autowired private SchemaNames schema;
    @Autowired private MockMvcTester mvc;
    @Autowired private JsonMapper json;

    @Test
    void n1NothingScoresAPerson() {
        noNameBreaks(CharterRule.N1, "register.person.risk_level");
    }

    @Test
    void n2NothingHoldsWhatPeopleBelieveOrAre() {
        noNameBreaks(CharterRule.N2, "register.person.political_status");
    }

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

    /** The same list as the gate for licences reads, which judges the bills of materials. */
    @Test
    void n6NoPartOfItRecognisesFacesPlatesOrVoices() throws IOException {
        var gate = Files.readString(Path.of("src/scripts/licences.mjs"));
        var banned =
                BANNED.matcher(
                                gate.substring(
                                        gate.indexOf("const BANNED"), gate.indexOf("];\n\nconst")))
                        .results()
                        .map(term -> Pattern.compile(term.group(1), Pattern.CASE_INSENSITIVE))
                        .toList();
        var parts = new ArrayList<String>();
        for (var jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            parts.add(Path.of(jar).getFileName().toString());
        }
        json.readTree(Path.of("web/package-lock.json").toFile())
                .path("packages")
                .properties()
                .forEach(part -> parts.add(part.getKey()));

        assertThat(parts).hasSizeGreaterThan(100).noneMatch(part -> isBanned(part, banned));
        assertThat(List.of("opencv-4.9.0-0.jar", "node_modules/face-api.js", "vosk-0.3.45.jar"))
                .allMatch(part -> isBanned(part, banned));
    }

    private static boolean isBanned(String part, List<Pattern> banned) {
        return banned.stream().anyMatch(term -> term.matcher(part).find());
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
    void n9NobodysWorkIsCountedOrRanked() {
        noNameBreaks(CharterRule.N9, "people.staff.online_time");
        description()
                .path("paths")
                .properties()
                .forEach(path ->
                        assertThat(Charter.forbidsField(path.getKey()))
                                .as(path.getKey())
                                .isEmpty());
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

    /** Each rule has a test, or a rule of the build, that is called by its number. */
    @Test
    void everyRuleIsHeldByATestOfItsNumber() throws IOException {
        var numbers = new TreeSet<Integer>();
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            for (var test : tests.filter(file -> file.toString().endsWith(".java")).toList()) {
                NUMBERED.matcher(Files.readString(test))
                        .results()
                        .forEach(found -> numbers.add(Integer.valueOf(found.group(1))));
            }
        }

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    }

    /** That a name which breaks the rule would be found, and that none is there. */
    private void noNameBreaks(CharterRule rule, String planted) {
        assertThat(Charter.forbidsField(planted)).contains(rule);
        assertThat(schema.all())
                .noneMatch(name -> Charter.forbidsField(name).filter(rule::equals).isPresent());
        description()
                .path("components")
                .path("schemas")
                .properties()
                .forEach(kind ->
                        kind.getValue()
                                .path("properties")
                                .properties()
                                .forEach(field ->
                                        assertThat(Charter.forbidsField(field.getKey()))
                                                .as(kind.getKey())
                                                .isNotEqualTo(Optional.of(rule))));
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
