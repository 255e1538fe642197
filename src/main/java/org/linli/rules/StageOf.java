package org.linli.rules;

import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A stage of a district's scheme: a name for some of the fine states (DOMAIN §2.1).
 *
 * @param code within the scheme
 * @param states those it shows; {@code SUPERVISED} is a dispatched case that was shown a card (督办)
 */
@Classified(FieldClass.C0)
public record StageOf(String code, String nameZh, String nameEn, List<String> states) {

    /** A dispatched case that was shown a card; where no stage shows it, it is a dispatched one. */
    public static final String SUPERVISED = "SUPERVISED";

    private static final String SPLIT = "SPLIT";
    private static final String MERGED = "MERGED";

    /** 信息收集—研判分类—调度处置—结果反馈—评价结案 */
    public static final List<StageOf> FIVE =
            List.of(
                    of("collect", "信息收集", "Collected", "REPORTED"),
                    of("sort", "研判分类", "Sorted", "ACCEPTED", "VERIFIED"),
                    of("act", "调度处置", "Acted on", "FILED", "DISPATCHED"),
                    of("answer", "结果反馈", "Answered", "HANDLED"),
                    of("close", "评价结案", "Closed", "CHECKED", "CLOSED", "REFUSED", "MERGED"));

    /** 信息收集—立案受理—任务派遣—问题处理—结果反馈—核查结单 */
    public static final List<StageOf> SIX =
            List.of(
                    of("collect", "信息收集", "Collected", "REPORTED"),
                    of("accept", "立案受理", "Accepted", "ACCEPTED", "VERIFIED"),
                    of("dispatch", "任务派遣", "To dispatch", "FILED"),
                    of("handle", "问题处理", "Handling", "DISPATCHED"),
                    of("answer", "结果反馈", "Answered", "HANDLED"),
                    of("close", "核查结单", "Closed", "CHECKED", "CLOSED", "REFUSED", "MERGED"));

    /** 受理—立案—派遣—处置—督办—核查—结案 */
    public static final List<StageOf> SEVEN =
            List.of(
                    of("accept", "受理", "Received", "REPORTED"),
                    of("file", "立案", "Filing", "ACCEPTED", "VERIFIED"),
                    of("dispatch", "派遣", "To dispatch", "FILED"),
                    of("handle", "处置", "Handling", "DISPATCHED"),
                    of("supervise", "督办", "Supervised", SUPERVISED),
                    of("check", "核查", "Checking", "HANDLED", "CHECKED"),
                    of("close", "结案", "Closed", "CLOSED", "REFUSED", "MERGED"));

    public StageOf {
        states = List.copyOf(states);
    }

    /**
     * The stage of a scheme that shows a case. No scheme names what was split: it stands where what
     * was merged does.
     *
     * @param carded whether the case was shown a card
     */
    public static StageOf showing(List<StageOf> scheme, String state, boolean carded) {
        if (carded && state.equals("DISPATCHED")) {
            var supervised =
                    scheme.stream().filter(stage -> stage.states.contains(SUPERVISED)).findFirst();
            if (supervised.isPresent()) {
                return supervised.get();
            }
        }
        return scheme.stream()
                .filter(stage -> stage.states.contains(state.equals(SPLIT) ? MERGED : state))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No stage shows " + state));
    }

    private static StageOf of(String code, String zh, String en, String... states) {
        return new StageOf(code, zh, en, List.of(states));
    }
}
