package org.linli.duties;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.platform.charter.Charter;
import org.linli.platform.charter.CharterRule;

/**
 * What nobody may ask of a grid member (负面清单). Words are a first net: what slips through, the
 * district decides with its own eyes.
 */
enum NegativeRule {
    /**
     * Acts of enforcement: most of the grid's people have no power by law (行政处罚法 17: only an
     * authority that has it may punish).
     */
    ENFORCEMENT(
            List.of(
                    "处罚",
                    "罚款",
                    "执法",
                    "查封",
                    "扣押",
                    "没收",
                    "收缴",
                    "驱离",
                    "强制拆",
                    "检查证照",
                    "查验证照",
                    "fine people",
                    "penalty",
                    "penalties",
                    "enforcement",
                    "enforce the law",
                    "confiscat",
                    "seizure",
                    "evict",
                    "examine licen"),
            "duties/never-enforcement"),
    /** Quotas and volumes (中央网信办 2023: 防治“指尖上的形式主义”). */
    QUOTA(
            List.of(
                    "指标任务",
                    "任务指标",
                    "完成率",
                    "上报数",
                    "上报量",
                    "上报不少于",
                    "下载量",
                    "下载不少于",
                    "注册量",
                    "注册率",
                    "关注量",
                    "转发量",
                    "点赞",
                    "拉票",
                    "投票数",
                    "招商",
                    "quota",
                    "number of reports",
                    "reports per",
                    "downloads",
                    "followers",
                    "likes per"),
            "duties/never-quota"),
    /** Attendance by app, points, counting time. */
    PRESENCE(CharterRule.N9),
    /** Where a person is. */
    WHEREABOUTS(CharterRule.N4),
    RESIDENTS_MOVEMENTS(CharterRule.N3),
    /** Proof for proof's sake. */
    FORCED_PROOF(CharterRule.N10),
    /** 民族、宗教、政治面貌…: sensitive (PIPL 28), and no service needs it. */
    SENSITIVE(CharterRule.N2),
    BIOMETRICS(CharterRule.N6),
    JUDGING_PEOPLE(CharterRule.N1);

    private final List<String> terms;
    private final String code;

    NegativeRule(List<String> terms, String code) {
        this.terms = terms;
        this.code = code;
    }

    NegativeRule(CharterRule rule) {
        this(List.of(), rule.code());
    }

    /** Of the sentence that says what the rule forbids. */
    String code() {
        return code;
    }

    /** The rule that a text breaks, or empty if it breaks none. */
    static Optional<NegativeRule> brokenBy(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(rule -> rule.terms.stream().anyMatch(lower::contains))
                .findFirst()
                .or(() -> Charter.forbidsField(text).flatMap(NegativeRule::of));
    }

    private static Optional<NegativeRule> of(CharterRule broken) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(broken.code())).findFirst();
    }
}
