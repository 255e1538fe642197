package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.linli.catalogue.Flow;
import org.linli.grid.Level;
import org.linli.platform.problem.InvalidValue;

/**
 * A step as its caller asks for it; each kind of step carries its own fields.
 *
 * @param version of the case as the caller saw it
 * @param matterCode one of {@code /api/v1/matters}
 * @param conditionNo of that matter; null for its usual one
 * @param unitCode one of {@code /api/v1/units}
 * @param responsible of those units that sent the case back the one that should not have; null for
 *     the dispatching office
 * @param level which office a case is given down to: {@code district}, {@code street}, {@code
 *     community} or {@code grid}
 * @param units that are asked to help, or called on site, and for what
 * @param place where they meet
 * @param meetAt by when; within a month
 * @param lon where whoever was called arrived, WGS 84; told once, by the act itself
 * @param ground of a hold: {@code season} or {@code money}
 * @param until the day on which a hold ends, at its beginning; within the longest hold the district
 *     allows
 * @param parts the concerns that one report named, from two to nine
 * @param handledAt when it was handled, where that was recorded wrongly
 * @param occurredAt when it was done, if it is told later
 * @param reached whether whoever asked for help answered when they were called back
 */
public record StepRequest(
        @Nullable UUID opId,
        @Nullable String step,
        @Nullable Integer version,
        @Nullable String note,
        @Nullable List<UUID> photoIds,
        @Nullable Boolean found,
        @Nullable String matterCode,
        @Nullable Integer conditionNo,
        @Nullable String reason,
        @Nullable String unitCode,
        @Nullable String responsible,
        @Nullable String ground,
        @Nullable String level,
        @Nullable List<AskedUnit> units,
        @Nullable String place,
        @Nullable Instant meetAt,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable LocalDate until,
        @Nullable String answer,
        @Nullable Integer score,
        @Nullable Boolean solved,
        @Nullable String into,
        @Nullable List<PartAsked> parts,
        @Nullable Instant handledAt,
        @Nullable Instant occurredAt,
        @Nullable Boolean reached) {

    /** A unit and what it is asked for. */
    public record AskedUnit(@Nullable String unitCode, @Nullable String asked) {}

    /**
     * One of the concerns that a report named.
     *
     * @param lon degrees east, WGS 84, together with {@code lat}; null where it lies with the whole
     * @param address null where it lies with the whole
     */
    public record PartAsked(
            @Nullable String text,
            @Nullable String matterCode,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String address) {

        public PartAsked {
            requireShort("text", text);
            requireShort("address", address);
        }

        String saidText() {
            return required("text", text).strip();
        }

        String saidMatter() {
            return required("matterCode", matterCode);
        }
    }

    private static final int FEWEST_PARTS = 2;
    private static final int MOST_PARTS = 9;
    private static final int MOST_UNITS = 10;
    private static final Duration LONGEST_NOTICE = Duration.ofDays(31);

    /** A forgotten act can be entered for so long. */
    private static final Duration LATEST_ENTRY = Duration.ofDays(31);

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PHOTOS = 20;
    private static final int HIGHEST_SCORE = 5;

    public StepRequest {
        photoIds = photoIds == null ? null : List.copyOf(photoIds);
        units = units == null ? null : List.copyOf(units);
        parts = parts == null ? null : List.copyOf(parts);
        requireShort("place", place);
        requireShort("note", note);
        requireShort("reason", reason);
        requireShort("answer", answer);
        if (photoIds != null && photoIds.size() > MOST_PHOTOS) {
            throw new InvalidValue("request/out-of-range", "photoIds", 0, MOST_PHOTOS);
        }
    }

    /** A step of somebody who is given a case, or gives it to a unit. */
    public static StepRequest of(
            UUID opId,
            String step,
            int version,
            @Nullable String unitCode,
            @Nullable String answer) {
        return new StepRequest(
                opId, step, version, "", null, null, null, null, null, unitCode, null, null, null,
                null, null, null, null, null, null, answer, null, null, null, null, null, null,
                null);
    }

    /** What a reporter may say of their case. */
    public static StepRequest ofReporter(
            @Nullable UUID opId,
            @Nullable String step,
            @Nullable String note,
            List<UUID> photoIds,
            @Nullable String reason,
            @Nullable Integer score,
            @Nullable Boolean solved) {
        return new StepRequest(
                opId, step, null, note, photoIds, null, null, null, reason, null, null, null, null,
                null, null, null, null, null, null, null, score, solved, null, null, null, null,
                null);
    }

    /** The same step, done at that time. */
    public StepRequest done(@Nullable Instant at) {
        return new StepRequest(
                opId,
                step,
                version,
                note,
                photoIds,
                found,
                matterCode,
                conditionNo,
                reason,
                unitCode,
                responsible,
                ground,
                level,
                units,
                place,
                meetAt,
                lon,
                lat,
                until,
                answer,
                score,
                solved,
                into,
                parts,
                handledAt,
                at,
                reached);
    }

    /** The operation id, which every write must carry. */
    public UUID operationId() {
        return required("opId", opId);
    }

    Kind kind() {
        var name = required("step", step);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("case/unknown-step", "step", name));
    }

    void requireVersion(CaseFile file) {
        int seen = required("version", version);
        if (seen != file.version()) {
            throw new StaleVersion(file.caseNo(), seen, file.version());
        }
    }

    List<UUID> photos() {
        return photoIds == null ? List.of() : photoIds;
    }

    /**
     * When it was done: as told, but not before what was told before it.
     *
     * @throws InvalidValue if it lies in the future, or too long ago
     */
    Instant at(Instant lastAt, Instant now) {
        if (occurredAt == null) {
            return now;
        }
        if (occurredAt.isAfter(now)) {
            throw new InvalidValue("case/in-the-future", "occurredAt");
        }
        if (occurredAt.isBefore(now.minus(LATEST_ENTRY))) {
            throw new InvalidValue("case/too-late-to-enter", "occurredAt", LATEST_ENTRY.toDays());
        }
        return occurredAt.isBefore(lastAt) ? lastAt : occurredAt;
    }

    /** What a step refers to by code or number. */
    interface Lookup {

        /**
         * What a case is filed as.
         *
         * @param conditionNo null for the matter's usual one
         * @throws InvalidValue if the catalogue knows no such matter or condition
         */
        CaseState.Filing filing(String matterCode, @Nullable Integer conditionNo);

        /**
         * What a service is taken on as.
         *
         * @param matterCode null for what it was reported as
         */
        CaseState.Filing helped(@Nullable String matterCode, @Nullable Integer conditionNo);

        /**
         * Which way a matter goes.
         *
         * @throws InvalidValue if the catalogue knows no such matter
         */
        Flow flow(String matterCode);

        /**
         * The unit with this code.
         *
         * @throws InvalidValue if there is none
         */
        String unit(String code);

        /**
         * The case that goes on for both.
         *
         * @throws InvalidValue if there is no such case that this one can be merged into
         */
        CaseKey survivor(String caseNo);

        /**
         * A concern that the case names among others.
         *
         * @throws InvalidValue if it lacks something, or the catalogue knows no such matter
         */
        CaseStep.Part part(PartAsked asked);

        /**
         * The filing under the usual condition of the matter, for a case that came from elsewhere
         * filed under none; null where there is nothing to complete it with.
         */
        CaseState.@Nullable Filing completed(CaseState.Filing filing);

        /**
         * The office of a level that the case lies in; null for the street's.
         *
         * @throws InvalidValue if it lies in no division of that level
         */
        @Nullable Rung office(Level level);

        /**
         * Which of these units who takes the step acts for.
         *
         * @throws NotYourStep if for none of them
         */
        String own(List<String> units);

        /** Who takes the step. */
        String actor();

        /** The time of day. */
        Instant now();

        /** The beginning of a day. */
        Instant beginning(LocalDate day);

        /** The day it is. */
        LocalDate today();

        /** Whether a closing by the grid is drawn for an independent check. */
        boolean drawn(CaseState.Filing filing);
    }

    CaseStep step(CaseFile file, Lookup lookup) {
        return switch (kind()) {
            case ACCEPT ->
                    matterCode == null
                            ? new Accept()
                            : new Accept(new Taken(matterCode, lookup.flow(matterCode)));
            case VERIFY -> new Verify(required("found", found));
            case FILE -> new File(filing(file, lookup));
            case REFUSE -> {
                required("reason", reason);
                yield new Refuse();
            }
            case SELF_HANDLE -> {
                var filing = filing(file, lookup);
                yield new SelfHandle(filing, lookup.drawn(filing));
            }
            case DISPATCH ->
                    new Dispatch(
                            lookup.unit(required("unitCode", unitCode)), completed(file, lookup));
            case DISPATCH_AGAIN -> {
                required("reason", reason);
                yield new Dispatch(
                        lookup.unit(required("unitCode", unitCode)), completed(file, lookup), true);
            }
            case RETURN -> {
                required("reason", reason);
                yield new Return();
            }
            case RULE -> {
                required("reason", reason);
                yield new Rule(lookup.unit(required("unitCode", unitCode)), foundResponsible(file));
            }
            case HANDLE -> {
                required("answer", answer);
                yield new Handle(reason != null && !reason.isBlank());
            }
            case CHECK -> new Check();
            case REWORK -> {
                required("reason", reason);
                yield new Rework();
            }
            case CLOSE -> new Close();
            case RATE -> new Rate(scoreInRange(), solved == null || solved);
            case REOPEN -> {
                required("reason", reason);
                yield new Reopen();
            }
            case MERGE -> new Merge(lookup.survivor(required("into", into)).id());
            case SPLIT -> new Split(parts(lookup));
            case ESCALATE -> {
                required("reason", reason);
                yield new Escalate(lookup.office(Ladder.above(file)));
            }
            case ASSIGN -> new Assign(lookup.office(named()));
            case CO_HANDLE -> new CoHandle(asked(lookup, true));
            case CO_ANSWER -> {
                required("answer", answer);
                yield new CoAnswer(lookup.own(Joint.waitsFor(file, Kind.CO_ANSWER)));
            }
            case CO_WITHDRAW -> {
                required("reason", reason);
                yield new CoWithdraw(required("unitCode", unitCode));
            }
            case WHISTLE -> {
                required("reason", reason);
                required("place", place);
                yield new Whistle(asked(lookup, false), meeting(lookup));
            }
            case ARRIVE -> new Arrive(lookup.own(Joint.waitsFor(file, Kind.ARRIVE)));
            case JOINT_ANSWER -> {
                required("answer", answer);
                yield new JointAnswer();
            }
            case CORRECT -> {
                required("reason", reason);
                yield corrected(file, lookup);
            }
            case UNHOLD -> new Unhold();
            case TAKE -> new Take();
            case URGE -> new Urge();
            case YELLOW_CARD -> card(Card.YELLOW);
            case RED_CARD -> card(Card.RED);
            case ASK_EXTENSION, ASK_HOLD, ASK_FORCED_CLOSE, APPEAL -> asked(file, lookup);
            case APPROVE -> new Approve(lookup.actor());
            case DECLINE -> {
                required("reason", reason);
                yield new Decline(lookup.actor());
            }
            case WITHDRAW -> new Withdraw(lookup.actor());
            case MATCH ->
                    new Match(
                            unitCode == null ? null : lookup.unit(unitCode),
                            lookup.helped(matterCode, conditionNo));
            case HELP -> {
                required("answer", answer);
                yield new Help(lookup.helped(matterCode, conditionNo));
            }
            case CONFIRM -> new Confirm(solved == null || solved);
            case CALL_BACK -> calledBack();
        };
    }

    private CaseStep calledBack() {
        boolean answered = required("reached", reached);
        return new CallBack(answered, answered && required("solved", solved));
    }

    /** Which step of the grid's own it is: who takes a service on is to help with it. */
    Kind ofTheGrid() {
        return kind() == Kind.MATCH && unitCode == null ? Kind.HELP : kind();
    }

    private List<CaseStep.Part> parts(Lookup lookup) {
        var named = required("parts", parts);
        if (named.size() < FEWEST_PARTS || named.size() > MOST_PARTS) {
            throw new InvalidValue("request/out-of-range", "parts", FEWEST_PARTS, MOST_PARTS);
        }
        return named.stream().map(lookup::part).toList();
    }

    private List<String> asked(Lookup lookup, boolean forWhat) {
        var named = required("units", units);
        if (named.isEmpty() || named.size() > MOST_UNITS) {
            throw new InvalidValue("request/out-of-range", "units", 1, MOST_UNITS);
        }
        for (var unit : named) {
            requireShort("asked", unit.asked());
            if (forWhat) {
                required("asked", unit.asked());
            }
        }
        return named.stream()
                .map(unit -> lookup.unit(required("unitCode", unit.unitCode())))
                .distinct()
                .toList();
    }

    private Instant meeting(Lookup lookup) {
        var at = required("meetAt", meetAt);
        var now = lookup.now();
        var last = now.plus(LONGEST_NOTICE);
        if (at.isBefore(now) || at.isAfter(last)) {
            throw new InvalidValue("request/out-of-range", "meetAt", now, last);
        }
        return at;
    }

    private CaseStep corrected(CaseFile file, Lookup lookup) {
        var filing = matterCode == null && conditionNo == null ? null : filing(file, lookup);
        if (filing == null && place == null && handledAt == null) {
            throw InvalidValue.missing("place");
        }
        if (handledAt != null && handledAt.isAfter(lookup.now())) {
            throw new InvalidValue("case/in-the-future", "handledAt");
        }
        return new Correct(filing, place, handledAt);
    }

    private Level named() {
        var name = required("level", level);
        return Level.of(name).orElseThrow(() -> new InvalidValue("request/value", "level", name));
    }

    private CaseStep card(Card card) {
        required("reason", reason);
        return new ShowCard(card);
    }

    private CaseStep asked(CaseFile file, Lookup lookup) {
        required("reason", reason);
        var by = lookup.actor();
        return switch (kind()) {
            case ASK_EXTENSION -> new AskExtension(by);
            case ASK_FORCED_CLOSE -> new AskForcedClose(by);
            case APPEAL -> new Appeal(by);
            default -> new AskHold(by, grounded(), held(file, lookup));
        };
    }

    private Ground grounded() {
        var named = required("ground", ground);
        return Arrays.stream(Ground.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(named))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("request/value", "ground", named));
    }

    private Instant held(CaseFile file, Lookup lookup) {
        var day = required("until", until);
        var first = lookup.today().plusDays(1);
        var last = lookup.today().plusMonths(file.rules().turns().longestHoldMonths());
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new InvalidValue("request/out-of-range", "until", first, last);
        }
        return lookup.beginning(day);
    }

    /** What history keeps of it. */
    Said said() {
        var carried = new LinkedHashMap<String, Object>();
        keep("photoIds", photos().isEmpty() ? null : photos(), carried);
        keep("found", found, carried);
        keep("reason", reason, carried);
        keep("responsible", responsible, carried);
        keep("ground", ground, carried);
        keep("until", until, carried);
        keep("answer", answer, carried);
        keep("score", score, carried);
        keep("solved", solved, carried);
        keep("reached", reached, carried);
        keep("into", into, carried);
        keep("units", units, carried);
        keep("place", place, carried);
        keep("meetAt", meetAt, carried);
        keep("lon", lon, carried);
        keep("lat", lat, carried);
        return new Said(note == null ? "" : note, Map.copyOf(carried));
    }

    private CaseState.Filing filing(CaseFile file, Lookup lookup) {
        var matter = matterCode == null ? file.matterCode() : matterCode;
        var condition =
                matterCode == null && conditionNo == null ? filedCondition(file) : conditionNo;
        return lookup.filing(required("matterCode", matter), condition);
    }

    /** The time lost is charged to one of those who sent it back, or to whoever dispatched it. */
    private @Nullable String foundResponsible(CaseFile file) {
        var timer = file.timer();
        if (responsible != null && timer != null && !timer.returnedBy().contains(responsible)) {
            throw new InvalidValue("case/not-returned-by", "responsible", responsible);
        }
        return responsible;
    }

    private static @Nullable Integer filedCondition(CaseFile file) {
        var filing = file.filing();
        if (filing == null) {
            return file.report().conditionNo();
        }
        return filing.hasCondition() ? filing.conditionNo() : null;
    }

    private static CaseState.@Nullable Filing completed(CaseFile file, Lookup lookup) {
        return file.state() instanceof CaseState.Filed(var filing) && !filing.hasCondition()
                ? lookup.completed(filing)
                : null;
    }

    private int scoreInRange() {
        int given = required("score", score);
        if (given < 1 || given > HIGHEST_SCORE) {
            throw new InvalidValue("request/out-of-range", "score", 1, HIGHEST_SCORE);
        }
        return given;
    }

    private static void keep(String name, @Nullable Object value, Map<String, Object> carried) {
        if (value != null) {
            carried.put(name, value);
        }
    }

    private static void requireShort(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidValue("request/too-long", field, LONGEST_TEXT);
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw InvalidValue.missing(field);
        }
        return value;
    }
}
