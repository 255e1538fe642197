package org.linli.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The six stages a district shows, each a view of the fine states. */
public enum Stage {
    /** 信息收集 */
    COLLECT("REPORTED"),
    /** 立案受理 */
    ACCEPT("ACCEPTED", "VERIFIED"),
    /** 任务派遣 */
    DISPATCH("FILED"),
    /** 问题处理 */
    HANDLE("DISPATCHED"),
    /** 结果反馈 */
    ANSWER("HANDLED"),
    /** 核查结单 */
    CLOSE("CHECKED", "CLOSED", "REFUSED", "MERGED");

    private final List<String> states;

    Stage(String... states) {
        this.states = List.of(states);
    }

    /** The codes of the states it shows. */
    public List<String> states() {
        return states;
    }

    /** As the API spells it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage so spelt, or empty if there is none. */
    public static Optional<Stage> of(String code) {
        return Arrays.stream(values()).filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** The stage that shows a state. */
    public static Stage showing(String state) {
        return Arrays.stream(values())
                .filter(stage -> stage.states.contains(state))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No stage shows " + state));
    }
}
