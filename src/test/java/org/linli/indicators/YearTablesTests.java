package org.linli.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.cases.history.DemoHistory;
import org.linli.cases.history.HandedOver;
import org.linli.cases.history.HistoryTest;
import org.linli.platform.transfer.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Published tables come out of ledgers made to their counts: two years of Donggaodi street and a
 * month of Tianmen (www.hbcic.net.cn/info/wcm/74587.htm).
 */
@HistoryTest
@TestInstance(Lifecycle.PER_CLASS)
class YearTablesTests {

    /** So close that all of a year is reported, closed and due within it. */
    private static final int MINUTES_APART = 25;

    @Autowired private MockMvcTester mvc;
    @Autowired private TestAccounts accounts;
    @Autowired private List<Importer> importers;

    @BeforeAll
    void loadTheGround() {
        DemoHistory.loadGround(importers);
    }

    @Test
    void theTableOf2013() {
        load(new Ledger("2013", 11_662, 11_545, 11_526, 11_533, 11_529, 11_545));

        var figures = figures("from=2013-01-01&to=2013-12-31");

        assertThat(figures.count("", "reported")).isEqualTo(11_662);
        assertThat(figures.count("", "refused")).isEqualTo(117);
        assertThat(figures.percent("filed_rate")).isEqualTo("99.00");
        assertThat(figures.percent("self_handled_rate")).isEqualTo("99.84");
        assertThat(figures.percent("closed_rate_of_filed")).isEqualTo("99.90");
        assertThat(figures.percent("on_time_rate_of_filed")).isEqualTo("99.86");
    }

    @Test
    void theTableOf2014() {
        load(new Ledger("2014", 17_511, 17_215, 16_736, 17_213, 17_211, 17_215));

        var figures = figures("from=2014-01-01&to=2014-12-31");

        assertThat(figures.count("", "reported")).isEqualTo(17_511);
        assertThat(figures.count("", "refused")).isEqualTo(296);
        assertThat(figures.count("", "open")).isEqualTo(2);
        assertThat(figures.percent("filed_rate")).isEqualTo("98.31");
        assertThat(figures.percent("self_handled_rate")).isEqualTo("97.22");
        assertThat(figures.percent("closed_rate_of_filed")).isEqualTo("99.99");
        assertThat(figures.percent("on_time_rate_of_filed")).isEqualTo("99.98");
    }

    @Test
    void aMonthInWhichNotEveryFiledCaseIsDue() {
        load(new Ledger("2016-12", 1_054, 996, 0, 911, 737, 972));

        var figures = figures("from=2016-12-01&to=2016-12-31");

        assertThat(figures.percent("filed_rate")).isEqualTo("94.50");
        assertThat(figures.count("", "due")).isEqualTo(972);
        assertThat(figures.percent("closed_rate_of_due")).isEqualTo("93.72");
        assertThat(figures.percent("on_time_rate_of_due")).isEqualTo("75.82");
        assertThat(figures.percent("on_time_rate_of_closed")).isEqualTo("80.90");
    }

    private Figures figures(String query) {
        return new Asking(mvc, accounts.tokenFor(Role.DISTRICT_LEADER)).figures(query);
    }

    private void load(Ledger ledger) {
        var report = new HandedOver(importers).load("cases", ledger.file());
        assertThat(report.rejections()).isEmpty();
        assertThat(report.accepted() + report.unchanged()).isEqualTo(ledger.reported);
    }

    /**
     * A ledger with so many cases of each kind. Those not filed are refused; of the filed ones the
     * first are closed, of the closed ones the first on time.
     *
     * @param name the year or month its cases lie in
     */
    private record Ledger(
            String name,
            int reported,
            int filed,
            int selfHandled,
            int closed,
            int onTime,
            int due) {

        String file() {
            var begins = LocalDateTime.parse((name + "-01-01").substring(0, 10) + "T08:00:00");
            var rows =
                    new StringBuilder(
                            "source_system,case_id,cell_code,reported_at,filed_at,refused_at,"
                                    + "self_handled,closed_at,due_at\n");
            for (int i = 0; i < reported; i++) {
                var at = begins.plusMinutes((long) i * MINUTES_APART);
                rows.append("ledger-%s,%d,990104005026004,%s,".formatted(name, i, at))
                        .append(i < filed ? filedCase(i, at) : "," + at.plusHours(1) + ",0,,")
                        .append('\n');
            }
            return rows.toString();
        }

        private String filedCase(int i, LocalDateTime at) {
            var closedAt = i < closed ? at.plusHours(i < onTime ? 2 : 6).toString() : "";
            var dueAt = i < due ? at.plusHours(4) : at.plusMonths(2);
            return "%s,,%d,%s,%s"
                    .formatted(at.plusMinutes(1), i < selfHandled ? 1 : 0, closedAt, dueAt);
        }
    }
}
