package org.linli.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.platform.charter.Charter;
import org.linli.platform.charter.CharterRule;
import org.linli.platform.charter.Named;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./linli check charter}: what is here keeps the charter, and what would break it is found.
 */
@LinliTest
class CharterCheckTests {

    private static final List<String> CHARTER_SOURCES = List.of("charter", "Charter");

    @Autowired private CharterCheck check;
    @Autowired private SchemaNames schema;
    @Autowired private JdbcClient sql;
    @Autowired private java.time.Clock clock;
    @Autowired private TestAccounts accounts;
    @Autowired private MockMvcTester mvc;
    @Autowired private JsonMapper json;

    @Test
    void thisInstallationKeepsTheCharter() throws IOException {
        var kept = check.look();

        Files.createDirectories(Path.of("target/checks"));
        Files.writeString(
                Path.of("target/checks/charter.txt"),
                "%d names looked at, %d breaches%n"
                        .formatted(kept.looked(), kept.breaches().size()));
        assertThat(kept.breaches()).isEmpty();
        assertThat(kept.kept()).isTrue();
        assertThat(kept.looked()).isGreaterThan(1_000);
    }

    @Test
    void everySchemaAndItsColumnsAreLookedAt() {
        assertThat(schema.all())
                .contains("cases.case_file.text", "access.account.name")
                .noneMatch(name -> name.startsWith("pg_catalog."));
    }

    @Test
    void aColumnASettingAndANameThatBreakItAreFoundByTheirRules() {
        var planted = new StandardEnvironment();
        planted.getPropertySources()
                .addFirst(
                        new MapPropertySource("planted", Map.of("linli.staff.online-rate", "60")));
        var breaking =
                new CharterCheck(
                        new SchemaNames(sql) {
                            @Override
                            List<String> all() {
                                return List.of("register.person.minzu", "cases.case_file.text");
                            }
                        },
                        only(new PlantedMatter()),
                        planted,
                        clock);

        var kept = breaking.look();

        assertThat(kept.kept()).isFalse();
        assertThat(breaking.alarm()).get().extracting("code").isEqualTo("charter/not-kept");
        assertThat(kept.breaches())
                .extracting(Breach::rule, Breach::where)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(CharterRule.N2, "schema"),
                        org.assertj.core.groups.Tuple.tuple(CharterRule.N9, "setting"),
                        org.assertj.core.groups.Tuple.tuple(CharterRule.N1, "matter"));
    }

    private static final class PlantedMatter implements Named {

        @Override
        public String what() {
            return "matter";
        }

        @Override
        public Stream<String> names() {
            return Stream.of("重点人员走访");
        }
    }

    private static ObjectProvider<Named> only(Named planted) {
        return new ObjectProvider<>() {
            @Override
            public Stream<Named> stream() {
                return Stream.of(planted);
            }
        };
    }

    @Test
    void anybodyIsToldWhetherTheCharterIsKept() throws IOException {
        var answer = mvc.get().uri("/api/v1/charter").exchange();

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.kept").isEqualTo(true);
        assertThat(mvc.get().uri("/health").exchange())
                .bodyJson()
                .extractingPath("$.alarms")
                .asArray()
                .isEmpty();
    }

    @Test
    void theApiHasNoForbiddenFieldParameterOrAddress() throws IOException {
        var description =
                json.readTree(
                        mvc.get()
                                .uri("/api/openapi.json")
                                .exchange()
                                .getResponse()
                                .getContentAsString());
        var names = new ArrayList<String>();
        collect(description.path("paths"), names);
        collect(description.path("components").path("schemas"), names);

        assertThat(names).hasSizeGreaterThan(200);
        assertThat(names)
                .allSatisfy(name -> assertThat(Charter.forbidsField(name)).as(name).isEmpty());
    }

    /** Addresses, names of fields and of parameters, wherever they stand. */
    private static void collect(JsonNode node, List<String> names) {
        node.properties()
                .forEach(property -> {
                    names.add(property.getKey());
                    collect(property.getValue(), names);
                });
        if (node.isArray()) {
            node.forEach(item -> collect(item, names));
        }
        if (node.path("in").isString()) {
            names.add(node.path("name").asString());
        }
    }

    /** N9 on every screen: its words may stand only where the charter itself is told. */
    @Test
    void noScreenSaysWhatTheCharterForbids() throws IOException {
        try (var files = Files.walk(Path.of("web/src"))) {
            var screens =
                    files.filter(file -> file.toString().matches(".*\\.(vue|ts)"))
                            .filter(file ->
                                    CHARTER_SOURCES.stream().noneMatch(file.toString()::contains))
                            .toList();
            assertThat(screens).hasSizeGreaterThan(50);
            for (var file : screens) {
                chinese(Files.readString(file))
                        .forEach(text ->
                                assertThat(Charter.forbidsWord(text)).as(file + text).isEmpty());
            }
        }
    }

    private static Stream<String> chinese(String source) {
        return java.util.regex.Pattern.compile("\\p{IsHan}[\\p{IsHan}\\p{P}]*")
                .matcher(source)
                .results()
                .map(java.util.regex.MatchResult::group);
    }

    /** N1 and N9: figures tell areas, units, sources and matters apart, never persons. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "person",
                "staff",
                "worker",
                "account",
                "actor",
                "reporter",
                "handler",
                "name"
            })
    void noFigureTellsPersonsApart(String by) {
        var token = accounts.tokenFor(Role.ADMINISTRATOR);

        assertThat(
                        mvc.get()
                                .uri("/api/v1/indicators?by=" + by)
                                .header("Authorization", "Bearer " + token)
                                .exchange())
                .hasStatus(422);
    }
}
