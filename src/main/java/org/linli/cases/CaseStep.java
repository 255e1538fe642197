package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.cases.CaseState.Filing;
import org.linli.catalogue.Flow;

/** What can be done with a case, with what each step carries. */
public sealed interface CaseStep {

    /**
     * @param taken what it is taken for, where the report did not say or was mistaken
     */
    record Accept(@Nullable Taken taken) implements CaseStep {

        Accept() {
            this(null);
        }
    }

    /** A matter and the way it goes. */
    record Taken(String matterCode, Flow flow) {}

    record Verify(boolean found) implements CaseStep {}

    record File(Filing filing) implements CaseStep {}

    record Refuse() implements CaseStep {}

    /**
     * @param sampled whether the closing is drawn for an independent check
     */
    record SelfHandle(Filing filing, boolean sampled) implements CaseStep {}

    /**
     * @param filing what to file it as first; null where it is filed under a condition
     * @param again whether the unit had it before, and the reporter was not content with its work
     */
    record Dispatch(String unitCode, @Nullable Filing filing, boolean again) implements CaseStep {

        Dispatch(String unitCode, @Nullable Filing filing) {
            this(unitCode, filing, false);
        }

        /** What a case filed like this is dispatched as. */
        Filing complete(Filing filed) {
            return filing == null ? filed : filing;
        }
    }

    record Return() implements CaseStep {}

    /**
     * Whose case it is, bindingly (定责).
     *
     * @param responsible the unit that the time lost is charged to; null for the dispatching office
     */
    record Rule(String unitCode, @Nullable String responsible) implements CaseStep {}

    /**
     * @param alone whether it was said why others that were asked are not waited for
     */
    record Handle(boolean alone) implements CaseStep {

        Handle() {
            this(false);
        }
    }

    record Check() implements CaseStep {}

    record Rework() implements CaseStep {}

    record Close() implements CaseStep {}

    record Rate(int score, boolean solved) implements CaseStep {}

    record Reopen() implements CaseStep {}

    record Merge(long into) implements CaseStep {}

    /** Tells the concerns apart that one report named (拆分). */
    record Split(List<Part> parts) implements CaseStep {}

    /** One of the concerns that a report named. */
    record Part(String text, String matterCode, Place place) {}

    /** The clock goes on, before the date of the hold or at it. */
    record Unhold() implements CaseStep {}

    /** An application was granted: the limit once more. */
    record Extend() implements CaseStep {}

    /** An application was granted: the clock stands still. */
    record HoldUp() implements CaseStep {}

    /** An application was granted: the case is closed unsolved. */
    record ForceClose() implements CaseStep {}

    /** Somebody looks after a case, which stays where it stands. */
    sealed interface Watching extends CaseStep {}

    /** To whoever has the case: please (催办). */
    record Urge() implements Watching {}

    /** Whoever is to solve it says that they are on their way (接单); the clock takes no notice. */
    record Take() implements Watching {}

    /** Somebody spoke to whoever reported it, or tried to (联系诉求人). */
    record Contacted(Means means, boolean reached) implements Watching {}

    /** How somebody is spoken to. */
    enum Means {
        PHONE,
        IN_PERSON,
        MESSAGE;

        /** As the API spells it: {@code in_person}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 黄牌督办, 红牌督办. */
    record ShowCard(Affairs.Card card) implements Watching {}

    /** Gives a case that nobody handles yet to another rung of the ladder. */
    sealed interface Laddering extends CaseStep {

        /** The office it goes to; null for the street's. */
        @Nullable Rung to();
    }

    /** Up one rung (上报). */
    record Escalate(@Nullable Rung to) implements Laddering {}

    /** Down (交办). */
    record Assign(@Nullable Rung to) implements Laddering {}

    /** Several units on one case, which stays where it stands. */
    sealed interface Joining extends CaseStep {}

    /** Asks units beside the one that leads for a part each (协办). */
    record CoHandle(List<String> units) implements Joining {}

    record CoAnswer(String unitCode) implements Joining {}

    /** A unit need not answer any more. */
    record CoWithdraw(String unitCode) implements Joining {}

    /** Calls units on site (联动处置, 吹哨). */
    record Whistle(List<String> units, Instant meetAt) implements Joining {}

    /** Somebody of a unit that was called is there (应哨). */
    record Arrive(String unitCode) implements Joining {}

    /** What those on site agreed on. */
    record JointAnswer() implements Joining {}

    /**
     * Somebody has agreed to take a service on (对接).
     *
     * @param unitCode null where the grid does so itself
     */
    record Match(@Nullable String unitCode, Filing filing) implements CaseStep {}

    /** The grid has helped: at once, or with what it took on (当场帮办). */
    record Help(Filing filing) implements CaseStep {}

    /** What the person who asked says of it (本人确认). */
    record Confirm(boolean solved) implements CaseStep {}

    /**
     * The office asked the person (回访).
     *
     * @param solved what they said; nothing where they were not reached
     */
    record CallBack(boolean reached, boolean solved) implements CaseStep {

        boolean found(boolean outcome) {
            return reached && solved == outcome;
        }
    }

    /** Sets right what was recorded (更正); what is null was right. */
    record Correct(@Nullable Filing filing, @Nullable String address, @Nullable Instant handledAt)
            implements CaseStep {}

    /** Asks for something that others decide, decides it, or takes it back. */
    sealed interface Applying extends CaseStep {

        /** The actor. */
        String by();
    }

    record AskExtension(String by) implements Applying {}

    record AskHold(String by, Application.Ground ground, Instant until) implements Applying {}

    record AskForcedClose(String by) implements Applying {}

    record Appeal(String by) implements Applying {}

    record Approve(String by) implements Applying {}

    record Decline(String by) implements Applying {}

    record Withdraw(String by) implements Applying {}

    /** What the case is filed as by this step; null where it stays as it is. */
    default @Nullable Filing filedAs() {
        return switch (this) {
            case File(var filing) -> filing;
            case SelfHandle(var filing, _) -> filing;
            case Dispatch(_, var filing, _) -> filing;
            case Correct(var filing, _, _) -> filing;
            case Match(_, var filing) -> filing;
            case Help(var filing) -> filing;
            default -> null;
        };
    }

    /** Which step this is. */
    default Kind kind() {
        return switch (this) {
            case Accept _ -> Kind.ACCEPT;
            case Verify _ -> Kind.VERIFY;
            case File _ -> Kind.FILE;
            case Refuse _ -> Kind.REFUSE;
            case SelfHandle _ -> Kind.SELF_HANDLE;
            case Dispatch(_, _, var again) -> again ? Kind.DISPATCH_AGAIN : Kind.DISPATCH;
            case Return _ -> Kind.RETURN;
            case Rule _ -> Kind.RULE;
            case Handle _ -> Kind.HANDLE;
            case Check _ -> Kind.CHECK;
            case Rework _ -> Kind.REWORK;
            case Close _ -> Kind.CLOSE;
            case Rate _ -> Kind.RATE;
            case Reopen _ -> Kind.REOPEN;
            case Merge _ -> Kind.MERGE;
            case Split _ -> Kind.SPLIT;
            case Take _ -> Kind.TAKE;
            case Contacted _ -> Kind.CONTACT;
            case Urge _ -> Kind.URGE;
            case ShowCard(var card) -> card == Affairs.Card.RED ? Kind.RED_CARD : Kind.YELLOW_CARD;
            case Escalate _ -> Kind.ESCALATE;
            case Assign _ -> Kind.ASSIGN;
            case CoHandle _ -> Kind.CO_HANDLE;
            case CoAnswer _ -> Kind.CO_ANSWER;
            case CoWithdraw _ -> Kind.CO_WITHDRAW;
            case Whistle _ -> Kind.WHISTLE;
            case Arrive _ -> Kind.ARRIVE;
            case JointAnswer _ -> Kind.JOINT_ANSWER;
            case Correct _ -> Kind.CORRECT;
            case Unhold _ -> Kind.UNHOLD;
            case AskExtension _ -> Kind.ASK_EXTENSION;
            case AskHold _ -> Kind.ASK_HOLD;
            case AskForcedClose _ -> Kind.ASK_FORCED_CLOSE;
            case Appeal _ -> Kind.APPEAL;
            case Approve _, Extend _, HoldUp _, ForceClose _ -> Kind.APPROVE;
            case Decline _ -> Kind.DECLINE;
            case Withdraw _ -> Kind.WITHDRAW;
            case Match _ -> Kind.MATCH;
            case Help _ -> Kind.HELP;
            case Confirm _ -> Kind.CONFIRM;
            case CallBack _ -> Kind.CALL_BACK;
        };
    }

    /** The steps by name. */
    enum Kind {
        ACCEPT("accept", Action.CASE_ACCEPT),
        VERIFY("verify", Action.CASE_VERIFY),
        FILE("file", Action.CASE_FILE),
        REFUSE("refuse", Action.CASE_REFUSE),
        SELF_HANDLE("self-handle", Action.CASE_SELF_HANDLE),
        DISPATCH("dispatch", Action.CASE_DISPATCH),
        DISPATCH_AGAIN("dispatch-again", Action.CASE_DISPATCH_AGAIN),
        RETURN("return", Action.CASE_RETURN),
        RULE("rule", Action.CASE_RULE),
        HANDLE("handle", Action.CASE_HANDLE),
        CHECK("check", Action.CASE_CHECK),
        REWORK("rework", Action.CASE_REWORK),
        CLOSE("close", Action.CASE_CLOSE),
        RATE("rate", Action.CASE_RATE),
        REOPEN("reopen", Action.CASE_REOPEN),
        MERGE("merge", Action.CASE_MERGE),
        SPLIT("split", Action.CASE_SPLIT),
        TAKE("take", Action.CASE_TAKE),
        CONTACT("contact", Action.CASE_CONTACT),
        URGE("urge", Action.CASE_URGE),
        YELLOW_CARD("yellow-card", Action.CASE_YELLOW_CARD),
        RED_CARD("red-card", Action.CASE_RED_CARD),
        ESCALATE("escalate", Action.CASE_ESCALATE),
        ASSIGN("assign", Action.CASE_ASSIGN),
        CO_HANDLE("co-handle", Action.CASE_CO_HANDLE),
        CO_ANSWER("co-answer", Action.CASE_CO_ANSWER),
        CO_WITHDRAW("co-withdraw", Action.CASE_CO_WITHDRAW),
        WHISTLE("whistle", Action.CASE_WHISTLE),
        ARRIVE("arrive", Action.CASE_ARRIVE),
        JOINT_ANSWER("joint-answer", Action.CASE_JOINT_ANSWER),
        CORRECT("correct", Action.CASE_CORRECT),
        UNHOLD("unhold", Action.CASE_UNHOLD),
        ASK_EXTENSION("ask-extension", Action.CASE_ASK_EXTENSION),
        ASK_HOLD("ask-hold", Action.CASE_ASK_HOLD),
        ASK_FORCED_CLOSE("ask-forced-close", Action.CASE_ASK_FORCED_CLOSE),
        APPEAL("appeal", Action.CASE_APPEAL),
        APPROVE("approve", Action.CASE_APPROVE),
        DECLINE("decline", Action.CASE_DECLINE),
        WITHDRAW("withdraw", Action.CASE_WITHDRAW),
        MATCH("match", Action.CASE_MATCH),
        HELP("help", Action.CASE_HELP),
        CONFIRM("confirm", Action.CASE_CONFIRM),
        CALL_BACK("call-back", Action.CASE_CALL_BACK);

        private final String code;
        private final Action action;

        Kind(String code, Action action) {
            this.code = code;
            this.action = action;
        }

        /** As the API and the history spell it. */
        public String code() {
            return code;
        }

        /** What one must be allowed to do to take it. */
        public Action action() {
            return action;
        }
    }
}
