package org.linli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.calendar.TimeLimit;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LinliTest
class CatalogueTests {

    private static final String MATTERS =
            "code,major_code,major_zh,name_zh,kind,filing_condition_zh,limit_urgent,limit_normal,"
                    + "limit_minor,lead_dept_code\n";

    private static final String CONDITIONS =
            "matter_code,condition_no,text_zh,limit,closing_zh,area_class,self_handle\n";

    private static final String QUESTIONS =
            "matter_code,code,datatype,required,text_zh,text_en,choices\n";

    private static final AtomicInteger LAST = new AtomicInteger(70_000);

    @Autowired private Catalogue catalogue;
    @Autowired private MatterFile matterFile;
    @Autowired private ConditionFile conditionFile;
    @Autowired private QuestionFile questionFile;
    @Autowired private MockMvcTester http;

    @TempDir private Path folder;

    private final String code = "T" + LAST.incrementAndGet();

    @Test
    void theStartingCatalogueHasThreeConditionsForEachOf133Matters() {
        var shipped =
                catalogue.matters().stream().filter(matter -> matter.code().matches("\\d{5}"));

        assertThat(shipped).hasSize(133).allMatch(matter -> matter.conditions().size() == 3);
        var litter = catalogue.matter("11001").orElseThrow();
        assertThat(litter.nameZh()).isEqualTo("暴露垃圾");
        assertThat(litter.conditions())
                .extracting("no", "limit.code", "textEn", "closingEn")
                .containsExactly(
                        tuple(1, "2WH", litterText() + " (urgent)", "Litter removed, ground clean"),
                        tuple(2, "4WH", litterText(), "Litter removed, ground clean"),
                        tuple(3, "1WD", litterText() + " (minor)", "Litter removed, ground clean"));
        assertThat(litter.usualCondition()).isEqualTo(catalogue.condition("11001", 2));
    }

    @Test
    void eachMatterNamesItsFlow() {
        var flows =
                catalogue.matters().stream()
                        .filter(matter -> matter.code().matches("\\d{5}"))
                        .map(Matter::flow)
                        .toList();

        assertThat(flows).filteredOn(Flow.SERVICE::equals).hasSize(30);
        assertThat(flows).filteredOn(Flow.MEDIATION::equals).hasSize(10);
        assertThat(flows).filteredOn(Flow.PREMISES_CHECK::equals).hasSize(4);
        assertThat(flows).filteredOn(Flow.CASE::equals).hasSize(89);
    }

    @Test
    void aChangedMatterIsANewVersionAndTheOldOneStays() throws IOException {
        matters(false, row("路灯不亮", "2CH", "1WD", "3WD"));
        var version = catalogue.version();

        var same = matters(false, row("路灯不亮", "2CH", "1WD", "3WD"));
        var changed = matters(false, row("路灯不亮", "2CH", "2WD", "3WD"));

        assertThat(same.unchanged()).isEqualTo(1);
        assertThat(changed.accepted()).isEqualTo(1);
        assertThat(catalogue.version()).isEqualTo(version + 1);
        assertThat(catalogue.matter(code).orElseThrow().version()).isEqualTo(2);
        assertThat(limit(2, 2)).isEqualTo("2WD");
        assertThat(limit(1, 2)).isEqualTo("1WD");
    }

    @Test
    void refinedConditionsOutliveTheRowTheyCameFrom() throws IOException {
        matters(false, row("井盖", "2CH", "1WD", "3WD"));

        var refined = conditions(code + ",2,井盖破损,4WH,井盖完好,A,N\n" + code + ",4,高差超2厘米,5WD,,,C\n");
        var again = conditions(code + ",2,井盖破损,4WH,井盖完好,A,N\n" + code + ",4,高差超2厘米,5WD,,,C\n");
        var rowAgain = matters(false, row("井盖", "2CH", "1WD", "3WD"));
        matters(false, row("井盖", "1CH", "1WD", "3WD"));

        assertThat(refined.accepted()).isEqualTo(2);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(rowAgain.unchanged()).isEqualTo(1);
        var matter = catalogue.matter(code).orElseThrow();
        assertThat(matter.version()).isEqualTo(3);
        assertThat(matter.conditions())
                .extracting("no", "limit.code", "areaClass")
                .containsExactly(
                        tuple(1, "1CH", null),
                        tuple(2, "4WH", "A"),
                        tuple(3, "3WD", null),
                        tuple(4, "5WD", null));
    }

    @Test
    void faultyRowsAreNamedAndTheOthersStored() throws IOException {
        var report =
                matters(
                        false,
                        row("好", "2CH", "1WD", "3WD")
                                + row("重复", "2CH", "1WD", "3WD")
                                + code
                                + "b,99,其他,名,thing,,4X,,,\n"
                                + ",99,其他,,event,,,,,\n");

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.rejections())
                .extracting("row", "column", "reason.code")
                .containsExactlyInAnyOrder(
                        tuple(3L, "code", "table/repeated"),
                        tuple(4L, "kind", "table/not-one-of"),
                        tuple(4L, "limit_urgent", "catalogue/no-limit"),
                        tuple(5L, "code", "table/required"),
                        tuple(5L, "name_zh", "table/required"));
        assertThat(catalogue.matter(code).orElseThrow().nameZh()).isEqualTo("好");
    }

    @Test
    void aConditionOfNoMatterIsRejected() throws IOException {
        var report = conditions(code + ",1,文字,4WH,,,N\n");

        assertThat(report.rejections())
                .extracting("row", "column", "reason.code")
                .containsExactly(tuple(2L, "matter_code", "catalogue/no-such-matter"));
    }

    @Test
    void whatIsAskedOfAMatterIsWhatTheFileSaysAndOthersKeepTheirs() throws IOException {
        matters(false, row("井盖", "2CH", "1WD", "3WD"));
        var lamps = catalogue.questions("12004");

        var first =
                questions(
                        code
                                + ",DANGER,singlevaluelist,1,有危险吗？,Is it dangerous?,yes=是=Yes；no=否=No\n"
                                + code
                                + ",MARK,string,,盖上的字,,\n");
        var again = questions(code + ",MARK,string,,盖上的字,,\n");

        assertThat(first.accepted()).isEqualTo(2);
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(catalogue.questions(code))
                .extracting("code", "place", "required", "textEn")
                .containsExactly(tuple("MARK", 1, false, "盖上的字"));
        assertThat(catalogue.questions("12004")).isEqualTo(lamps);
    }

    @Test
    void whereAQuestionIsWrongAllOfItsMatterStay() throws IOException {
        var before = catalogue.questions("12004");

        var report =
                questions(
                        """
                        12004,HOW,singlevaluelist,1,怎么了？,,
                        12004,POLE,string,0,灯杆编号,,a=甲
                        12004,a[b],sound,0,,,
                        12004,COUNT,number,0,几盏,,
                        nothing,COUNT,number,0,几盏,,
                        """);

        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.rejections())
                .extracting("row", "column", "reason.code")
                .containsExactlyInAnyOrder(
                        tuple(2L, "choices", "catalogue/choices"),
                        tuple(3L, "choices", "catalogue/choices"),
                        tuple(4L, "code", "catalogue/question-code"),
                        tuple(4L, "datatype", "table/not-one-of"),
                        tuple(4L, "text_zh", "table/required"),
                        tuple(5L, "matter_code", "catalogue/questions-together"),
                        tuple(6L, "matter_code", "catalogue/no-such-matter"));
        assertThat(catalogue.questions("12004")).isEqualTo(before);
    }

    @Test
    void questionsThatAreExportedImportAgainUnchanged() throws IOException {
        var out = new ByteArrayOutputStream();
        questionFile.write(out);

        var report = load(questionFile, out.toString(StandardCharsets.UTF_8), false);

        assertThat(report.accepted()).isZero();
        assertThat(report.rejections()).isEmpty();
        assertThat(report.unchanged()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        var report = matters(true, row("路灯不亮", "2CH", "1WD", "3WD"));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(catalogue.matter(code)).isEmpty();
    }

    @Test
    void aMatterMetInHistoryIsLocalAndHasNoLimitUntilItIsDescribed() throws IOException {
        catalogue.registerLocal(code, "Street Light Out");
        catalogue.registerLocal(code, "Another name");

        var local = catalogue.matter(code).orElseThrow();
        assertThat(local.nameZh()).isEqualTo("Street Light Out");
        assertThat(local.isLocal()).isTrue();
        assertThat(local.usualCondition()).isEmpty();
        matters(false, row("路灯不亮", "2CH", "1WD", "3WD"));
        assertThat(catalogue.matter(code).orElseThrow().isLocal()).isFalse();
        assertThat(limit(2, 2)).isEqualTo("1WD");
    }

    @Test
    void whatIsExportedImportsAgainUnchanged() throws IOException {
        catalogue.registerLocal(code, "=Local, \"quoted\"");

        assertUnchanged(matterFile);
        assertUnchanged(conditionFile);
    }

    @Test
    void theCatalogueIsServedWithATagThatChangesWithIt() throws IOException {
        var first = http.get().uri("/api/v1/matters").exchange();
        var tag = String.valueOf(first.getResponse().getHeader("ETag"));

        assertThat(first)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].conditions[1].limit")
                .isEqualTo("4WH");
        assertThat(first).bodyJson().extractingPath("$[0].selfHandle").isEqualTo("Y");
        assertThat(first).bodyJson().extractingPath("$[0].flow").isEqualTo("case");
        assertThat(http.get().uri("/api/v1/matters").header("If-None-Match", tag)).hasStatus(304);
        catalogue.registerLocal(code, "新");
        assertThat(http.get().uri("/api/v1/matters").header("If-None-Match", tag)).hasStatusOk();
    }

    private static String litterText() {
        return "Household litter left in a public area, 0.5 m2 or more or blocking the way";
    }

    private String row(String name, String urgent, String normal, String minor) {
        return String.join(",", code, "99", "其他", name, "event", "条件", urgent, normal, minor, "")
                + "\n";
    }

    private String limit(int version, int no) {
        var matter = catalogue.matter(code, version).orElseThrow();
        return matter.condition(no).map(Condition::limit).map(TimeLimit::code).orElseThrow();
    }

    private ImportReport matters(boolean dryRun, String rows) throws IOException {
        return load(matterFile, MATTERS + rows, dryRun);
    }

    private ImportReport conditions(String rows) throws IOException {
        return load(conditionFile, CONDITIONS + rows, false);
    }

    private ImportReport questions(String rows) throws IOException {
        return load(questionFile, QUESTIONS + rows, false);
    }

    private <F extends Importer & Exporter> void assertUnchanged(F file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.write(out);

        var report = load(file, out.toString(StandardCharsets.UTF_8), false);

        assertThat(report.accepted()).isZero();
        assertThat(report.rejections()).isEmpty();
        assertThat(report.unchanged()).isGreaterThanOrEqualTo(134);
    }

    private ImportReport load(Importer importer, String text, boolean dryRun) throws IOException {
        var path = Files.writeString(folder.resolve("file.csv"), text);
        var standard = ImportOptions.standard();
        var options = new ImportOptions(standard.zone(), standard.datum(), null, false, dryRun);
        return importer.load(path, options, ImportProgress.SILENT);
    }
}
