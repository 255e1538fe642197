package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.linli.platform.words.Message;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class PeopleImportTests {

    @TempDir private Path folder;

    @Autowired private List<Importer> importers;

    @Autowired private Units units;

    @Autowired private Accounts accounts;

    @BeforeEach
    void twoLevelsOfLand() throws IOException {
        load(
                "divisions",
                """
                code,parent_code,level,name
                770000,,province,人员省
                770100,770000,city,人员市
                770101,770100,district,人员区
                """);
    }

    @Test
    void storesTheGoodUnitsAndNamesEachBadOne() throws IOException {
        var report =
                load(
                        "units",
                        """
                        unit_code,name,kind,area_code,parent_code
                        P-HW,环卫,department,770101,
                        P-XX,无处,department,999999,
                        P-YY,怪,palace,770101,
                        """);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.rejections())
                .extracting(rejection -> rejection.row() + " " + rejection.column())
                .containsExactly("3 area_code", "4 kind");
        assertThat(units.nameOf("P-HW")).contains("环卫");
        assertThat(units.nameOf("P-XX")).isEmpty();
    }

    @Test
    void readingUnitsTwiceChangesNothing() throws IOException {
        var file =
                """
                unit_code,name,kind,area_code
                P-LD,路灯,utility,770101
                """;
        load("units", file);

        var again = load("units", file);

        assertThat(again.accepted()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void aPersonHoldsExactlyThePostsOfTheFile() throws IOException {
        load("staff", staff("P1,张三,grid_member,770101,", "P1,张三,checker,770101,"));

        var report = load("staff", staff("P1,张三,checker,770101,"));

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(accounts.actor("staff:P1").posts())
                .containsExactly(new Post(Role.CHECKER, "770101", "/770000/770100/770101/", null));
    }

    @Test
    void aPersonHasOneName() throws IOException {
        var report = load("staff", staff("P2,张三,grid_member,770101,", "P2,李四,checker,770101,"));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejections())
                .extracting(rejection -> rejection.row() + " " + rejection.column())
                .containsExactly("3 name");
    }

    @Test
    void nobodyIsTwoOfTheThreeAdministrators() throws IOException {
        var report =
                load(
                        "staff",
                        staff(
                                "P6,孙八,auditor,770101,",
                                "P6,孙八,viewer,770101,",
                                "P6,孙八,administrator,770101,",
                                "P7,周九,administrator,770101,"));

        assertThat(report.rejections())
                .extracting(rejection -> rejection.row() + " " + rejection.column())
                .containsExactly("4 role");
        assertThat(accounts.actor("staff:P6").posts())
                .extracting(Post::role)
                .containsExactlyInAnyOrder(Role.AUDITOR, Role.VIEWER);
        assertThat(accounts.actor("staff:P7").posts()).hasSize(1);
    }

    @Test
    void anAccountThatWasClosedStaysClosedAndTheImportSaysSo() throws IOException {
        var file = staff("P4,赵六,grid_head,770101,", "P5,钱七,grid_head,770101,");
        load("staff", file);
        accounts.close("staff:P4");

        var report = load("staff", file);

        assertThat(accounts.find("staff:P4")).get().matches(account -> !account.active());
        assertThat(accounts.actor("staff:P4").posts()).isEmpty();
        assertThat(report.accepted()).isZero();
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(report.notes()).containsExactly(Message.of("people/closed", 1, "P4"));
        assertThat(accounts.actor("staff:P5").posts()).hasSize(1);
    }

    @Test
    void aDryRunStoresNobody() throws IOException {
        var options = ImportOptions.standard();
        var dry =
                new ImportOptions(
                        options.zone(), options.datum(), options.schemeName(), false, true);

        var report = load("staff", staff("P3,王五,grid_head,770101,"), dry);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(accounts.find("staff:P3")).isEmpty();
    }

    private static String staff(String... rows) {
        return "staff_id,name,role,area_code,unit_code\n" + String.join("\n", rows) + "\n";
    }

    private ImportReport load(String kind, String content) throws IOException {
        return load(kind, content, ImportOptions.standard());
    }

    private ImportReport load(String kind, String content, ImportOptions options)
            throws IOException {
        var file = Files.writeString(folder.resolve(kind + ".csv"), content);
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .load(file, options, ImportProgress.SILENT);
    }
}
