package org.linli.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.TestDistrict;
import org.linli.platform.transfer.FileRefused;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class HouseholdFileTests {

    private static final String HEADER =
            "household_id,grid_code,address,lon,lat,persons,service_needs,needs_basis,"
                    + "needs_until,notice_id,visits_due_per_year\n";

    @TempDir private Path directory;

    @Autowired private HouseholdFile file;
    @Autowired private TestDistrict district;

    private final String number = "H" + UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate soon = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(3);

    @BeforeEach
    void load() {
        district.load();
    }

    @Test
    void theSameFileTwiceChangesNothingAndWhatIsExportedImportsAgainUnchanged() throws IOException {
        var row =
                "%s,%s,碧泉路1号,150.005,20.005,2,残疾、独居老人,consent,%s,N2025-01,12\n"
                        .formatted(number, TestDistrict.WEST, soon);

        var first = load(HEADER + row);
        var again = load(HEADER + row);
        var out = new ByteArrayOutputStream();
        file.write(out);
        var exported = out.toString(StandardCharsets.UTF_8);
        var back = load(exported);

        assertThat(first.accepted()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(exported).contains(row);
        assertThat(back.accepted()).isZero();
        assertThat(back.rejected()).isZero();
    }

    @Test
    void needsWithoutBasisEndOrNoticeAreLeftOutAndTheHouseholdIsKept() {
        var rows =
                """
                %1$sa,%2$s,碧泉路1号,,,,独居老人,,%3$s,N1,
                %1$sb,%2$s,碧泉路2号,,,,独居老人,consent,,N1,
                %1$sc,%2$s,碧泉路3号,,,,独居老人,consent,%3$s,,
                %1$sd,%2$s,碧泉路4号,,,,独居老人,consent,%4$s,N1,
                %1$se,%2$s,碧泉路5号,,,,重点人员,consent,%3$s,N1,
                """
                        .formatted(number, TestDistrict.WEST, soon, soon.plusYears(2));

        var report = load(HEADER + rows);

        assertThat(report.accepted()).isEqualTo(5);
        assertThat(report.rejected()).isZero();
        assertThat(report.rejections())
                .extracting(rejection -> rejection.column())
                .containsExactly(
                        "needs_basis", "needs_until", "notice_id", "needs_until", "service_needs");
        var out = new ByteArrayOutputStream();
        file.write(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("%se,%s,碧泉路5号,,,,,,,N1,".formatted(number, TestDistrict.WEST));
    }

    @Test
    void rowsThatNameNoGridAreRejectedAndFilesThatNameWhatIsNotKeptAreRefused() {
        var report = load(HEADER + "%s,nowhere,碧泉路1号,,,,,,,,\n".formatted(number));

        assertThat(report.rejected()).isEqualTo(1);
        for (var column : new String[] {"ethnicity", "民族", "religion", "风险等级"}) {
            assertThatThrownBy(() -> load("household_id,grid_code,address," + column + "\n"))
                    .isInstanceOf(FileRefused.class);
        }
    }

    private ImportReport load(String text) {
        try {
            var path = Files.writeString(directory.resolve("households.csv"), text);
            return file.load(path, ImportOptions.standard(), ImportProgress.SILENT);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
