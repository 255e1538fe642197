package org.linli.cases;

import static org.linli.cases.StepRequest.requireShort;
import static org.linli.cases.StepRequest.required;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Affairs.Card;
import org.linli.cases.Application.Ground;
import org.linli.cases.CaseStep.Accept;
import org.linli.cases.CaseStep.Appeal;
import org.linli.cases.CaseStep.Approve;
import org.linli.cases.CaseStep.Arrive;
import org.linli.cases.CaseStep.AskExtension;
import org.linli.cases.CaseStep.AskForcedClose;
import org.linli.cases.CaseStep.AskHold;
import org.linli.cases.CaseStep.Assign;
import org.linli.cases.CaseStep.CallBack;
import org.linli.cases.CaseStep.Check;
import org.linli.cases.CaseStep.Close;
import org.linli.cases.CaseStep.CoAnswer;
import org.linli.cases.CaseStep.CoHandle;
import org.linli.cases.CaseStep.CoWithdraw;
import org.linli.cases.CaseStep.Confirm;
import org.linli.cases.CaseStep.Contacted;
import org.linli.cases.CaseStep.Correct;
import org.linli.cases.CaseStep.Decline;
import org.linli.cases.CaseStep.Dispatch;
import org.linli.cases.CaseStep.Escalate;
import org.linli.cases.CaseStep.File;
import org.linli.cases.CaseStep.Handle;
import org.linli.cases.CaseStep.Help;
import org.linli.cases.CaseStep.JointAnswer;
import org.linli.cases.CaseStep.Kind;
import org.linli.cases.CaseStep.Match;
import org.linli.cases.CaseStep.Means;
import org.linli.cases.CaseStep.Merge;
import org.linli.cases.CaseStep.Rate;
import org.linli.cases.CaseStep.Refuse;
import org.linli.cases.CaseStep.Reopen;
import org.linli.cases.CaseStep.Return;
import org.linli.cases.CaseStep.Rework;
import org.linli.cases.CaseStep.Rule;
import org.linli.cases.CaseStep.SelfHandle;
import org.linli.cases.CaseStep.ShowCard;
import org.linli.cases.CaseStep.Split;
import org.linli.cases.CaseStep.Take;
import org.linli.cases.CaseStep.Taken;
import org.linli.cases.CaseStep.Unhold;
import org.linli.cases.CaseStep.Urge;
import org.linli.cases.CaseStep.Verify;
import org.linli.cases.CaseStep.Whistle;
import org.linli.cases.CaseStep.Withdraw;
import org.linli.grid.Level;
import org.linli.platform.problem.InvalidValue;

/** What a caller asked for, read as the step it means for this case. */
record StepReading(StepRequest said, CaseFile file, StepLookup lookup) {

    private static final int FEWEST_PARTS = 2;
    private static final int MOST_PARTS = 9;
    private static final int MOST_UNITS = 10;
    private static final Duration LONGEST_NOTICE = Duration.ofDays(31);
    private static final int HIGHEST_SCORE = 5;

    /**
     * The step.
     *
     * @throws InvalidValue if it lacks what it needs, or names what there is not
     */
    CaseStep step() {
        return switch (said.kind()) {
            case ACCEPT ->
                    said.matterCode() == null
                            ? new Accept()
                            : new Accept(
                                    new Taken(said.matterCode(), lookup.flow(said.matterCode())));
            case VERIFY -> new Verify(required("found", said.found()));
            case FILE -> new File(filing());
            case REFUSE -> {
                required("reason", said.reason());
                yield new Refuse();
            }
            case SELF_HANDLE -> {
                var filing = filing();
                yield new SelfHandle(filing, lookup.drawn(filing));
            }
            case DISPATCH ->
                    new Dispatch(lookup.unit(required("unitCode", said.unitCode())), completed());
            case DISPATCH_AGAIN -> {
                required("reason", said.reason());
                yield new Dispatch(
                        lookup.unit(required("unitCode", said.unitCode())), completed(), true);
            }
            case RETURN -> {
                required("reason", said.reason());
                yield new Return();
            }
            case RULE -> {
                required("reason", said.reason());
                yield new Rule(
                        lookup.unit(required("unitCode", said.unitCode())), foundResponsible());
            }
            case HANDLE -> {
                required("answer", said.answer());
                yield new Handle(said.reason() != null && !said.reason().isBlank());
            }
            case CHECK -> new Check();
            case REWORK -> {
                required("reason", said.reason());
                yield new Rework();
            }
            case CLOSE -> new Close();
            case RATE -> new Rate(scoreInRange(), said.solved() == null || said.solved());
            case REOPEN -> {
                required("reason", said.reason());
                yield new Reopen();
            }
            case MERGE -> new Merge(lookup.survivor(required("into", said.into())).id());
            case SPLIT -> new Split(parts());
            case ESCALATE -> {
                required("reason", said.reason());
                yield new Escalate(lookup.office(Ladder.above(file)));
            }
            case ASSIGN -> new Assign(lookup.office(namedLevel()));
            case CO_HANDLE -> new CoHandle(namedUnits(true));
            case CO_ANSWER -> {
                required("answer", said.answer());
                yield new CoAnswer(
                        lookup.own(Joint.waitsFor(file, Kind.CO_ANSWER))
                                .orElseThrow(() -> new CannotApply("case/not-asked")));
            }
            case CO_WITHDRAW -> {
                required("reason", said.reason());
                yield new CoWithdraw(required("unitCode", said.unitCode()));
            }
            case WHISTLE -> {
                required("reason", said.reason());
                required("place", said.place());
                yield new Whistle(namedUnits(false), meeting());
            }
            case ARRIVE ->
                    new Arrive(
                            lookup.own(Joint.waitsFor(file, Kind.ARRIVE))
                                    .orElseThrow(() -> new CannotApply("case/not-called")));
            case JOINT_ANSWER -> {
                required("answer", said.answer());
                yield new JointAnswer();
            }
            case CORRECT -> {
                required("reason", said.reason());
                yield corrected();
            }
            case UNHOLD -> new Unhold();
            case TAKE -> new Take();
            case CONTACT -> new Contacted(means(), required("reached", said.reached()));
            case URGE -> new Urge();
            case YELLOW_CARD -> card(Card.YELLOW);
            case RED_CARD -> card(Card.RED);
            case ASK_EXTENSION, ASK_HOLD, ASK_FORCED_CLOSE, APPEAL -> applied();
            case APPROVE -> new Approve(lookup.actor());
            case DECLINE -> {
                required("reason", said.reason());
                yield new Decline(lookup.actor());
            }
            case WITHDRAW -> new Withdraw(lookup.actor());
            case MATCH ->
                    new Match(
                            said.unitCode() == null ? null : lookup.unit(said.unitCode()),
                            lookup.helped(said.matterCode(), said.conditionNo()));
            case HELP -> {
                required("answer", said.answer());
                yield new Help(lookup.helped(said.matterCode(), said.conditionNo()));
            }
            case CONFIRM -> new Confirm(said.solved() == null || said.solved());
            case CALL_BACK -> calledBack();
        };
    }

    private CaseStep calledBack() {
        boolean answered = required("reached", said.reached());
        return new CallBack(answered, answered && required("solved", said.solved()));
    }

    private Means means() {
        var named = required("means", said.means());
        return Arrays.stream(Means.values())
                .filter(known -> known.code().equals(named))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("request/value", "means", named));
    }

    private List<CaseStep.Part> parts() {
        var named = required("parts", said.parts());
        if (named.size() < FEWEST_PARTS || named.size() > MOST_PARTS) {
            throw new InvalidValue("request/out-of-range", "parts", FEWEST_PARTS, MOST_PARTS);
        }
        return InvalidValue.each("parts", named, lookup::part);
    }

    private List<String> namedUnits(boolean forWhat) {
        var named = required("units", said.units());
        if (named.isEmpty() || named.size() > MOST_UNITS) {
            throw new InvalidValue("request/out-of-range", "units", 1, MOST_UNITS);
        }
        return InvalidValue.each("units", named, unit -> named(unit, forWhat)).stream()
                .distinct()
                .toList();
    }

    private String named(StepRequest.AskedUnit unit, boolean forWhat) {
        requireShort("asked", unit.asked());
        if (forWhat) {
            required("asked", unit.asked());
        }
        return lookup.unit(required("unitCode", unit.unitCode()));
    }

    private Instant meeting() {
        var at = required("meetAt", said.meetAt());
        var first = lookup.now().truncatedTo(ChronoUnit.MINUTES);
        var last = first.plus(LONGEST_NOTICE);
        if (at.isBefore(first) || at.isAfter(last)) {
            throw new InvalidValue(
                    "request/out-of-range",
                    "meetAt",
                    first.atZone(lookup.zone()),
                    last.atZone(lookup.zone()));
        }
        return at;
    }

    private CaseStep corrected() {
        var filing = said.matterCode() == null && said.conditionNo() == null ? null : filing();
        if (filing == null && said.place() == null && said.handledAt() == null) {
            throw InvalidValue.missing("place");
        }
        if (said.handledAt() != null && said.handledAt().isAfter(lookup.now())) {
            throw new InvalidValue("case/in-the-future", "handledAt");
        }
        if (said.handledAt() != null
                && lookup.givenAt().filter(said.handledAt()::isBefore).isPresent()) {
            throw new CannotApply("case/impossible-time");
        }
        return new Correct(filing, said.place(), said.handledAt());
    }

    private Level namedLevel() {
        var name = required("level", said.level());
        return Level.of(name).orElseThrow(() -> new InvalidValue("request/value", "level", name));
    }

    private CaseStep card(Card card) {
        required("reason", said.reason());
        return new ShowCard(card);
    }

    private CaseStep applied() {
        required("reason", said.reason());
        var by = lookup.actor();
        return switch (said.kind()) {
            case ASK_EXTENSION -> new AskExtension(by);
            case ASK_FORCED_CLOSE -> new AskForcedClose(by);
            case APPEAL -> new Appeal(by);
            default -> new AskHold(by, grounded(), held());
        };
    }

    private Ground grounded() {
        var named = required("ground", said.ground());
        return Arrays.stream(Ground.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(named))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("request/value", "ground", named));
    }

    private Instant held() {
        var day = required("until", said.until());
        var first = lookup.today().plusDays(1);
        var last = lookup.today().plusMonths(file.rules().turns().longestHoldMonths());
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new InvalidValue("request/out-of-range", "until", first, last);
        }
        return lookup.beginning(day);
    }

    private CaseState.Filing filing() {
        var matter = said.matterCode() == null ? file.matterCode() : said.matterCode();
        var condition =
                said.matterCode() == null && said.conditionNo() == null
                        ? filedCondition()
                        : said.conditionNo();
        return lookup.filing(required("matterCode", matter), condition);
    }

    /** The time lost is charged to one of those who sent it back, or to whoever dispatched it. */
    private @Nullable String foundResponsible() {
        var timer = file.timer();
        if (said.responsible() != null
                && timer != null
                && !timer.returnedBy().contains(said.responsible())) {
            throw new InvalidValue("case/not-returned-by", "responsible", said.responsible());
        }
        return said.responsible();
    }

    private @Nullable Integer filedCondition() {
        var filing = file.filing();
        if (filing == null) {
            return file.report().conditionNo();
        }
        return filing.hasCondition() ? filing.conditionNo() : null;
    }

    private CaseState.@Nullable Filing completed() {
        return file.state() instanceof CaseState.Filed(var filing) && !filing.hasCondition()
                ? lookup.completed(filing)
                : null;
    }

    private int scoreInRange() {
        int given = required("score", said.score());
        if (given < 1 || given > HIGHEST_SCORE) {
            throw new InvalidValue("request/out-of-range", "score", 1, HIGHEST_SCORE);
        }
        return given;
    }
}
