package org.linli.mediation;

import static org.linli.mediation.MediationState.AGREED;
import static org.linli.mediation.MediationState.ASKING;
import static org.linli.mediation.MediationState.FOLLOWED_UP;
import static org.linli.mediation.MediationState.GUIDED;
import static org.linli.mediation.MediationState.LIVE;
import static org.linli.mediation.MediationState.NOT_AGREED;
import static org.linli.mediation.MediationState.OFFERED;
import static org.linli.mediation.MediationState.OPEN;
import static org.linli.mediation.MediationState.RESULTS;
import static org.linli.mediation.MediationState.SIGNED;
import static org.linli.mediation.MediationState.TALKING;
import static org.linli.mediation.MediationState.WAITING;
import static org.linli.mediation.MediationState.WITHDRAWN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.mediation.MediationNews.What;
import org.linli.mediation.Papers.Entry;

/**
 * A mediation as it stands, and the whole of its flow. Nothing in it moves without the will of
 * both: the mediator takes it, asks, writes down and offers; only the parties agree, sign and
 * leave.
 *
 * @param version grows by one with each step
 * @param mediator the actor who has it; null until somebody took it
 * @param signed the hash of the text that each has signed
 * @param endedAt when it came to an end, with or without a result; null until then
 */
record Mediation(
        Key key,
        int version,
        MediationState state,
        String path,
        String cellCode,
        Instant appliedAt,
        @Nullable String mediator,
        Map<Side, String> signed,
        @Nullable Instant endedAt,
        Papers papers) {

    private static final String MEDIATOR = "mediator";

    /** Who has no account. */
    private static final String PARTY = "party";

    Mediation {
        signed = Map.copyOf(signed);
    }

    record Key(String countyCode, UUID id) {}

    static Mediation applied(Key key, String path, String cellCode, Instant now, Papers papers) {
        return new Mediation(key, 1, WAITING, path, cellCode, now, null, Map.of(), null, papers);
    }

    /** The same with somebody who takes it on, and is to ask the other one. */
    Mediation takenBy(String actor, Instant now) {
        require("take", Set.of(WAITING));
        return new Mediation(
                key,
                version + 1,
                ASKING,
                path,
                cellCode,
                appliedAt,
                actor,
                signed,
                null,
                papers.with(new Entry(now, MEDIATOR, "take", "")));
    }

    /** The other one was given what lets them answer. */
    Mediation invited(Instant now) {
        require("invite", Set.of(ASKING));
        return told(ASKING, MEDIATOR, "invite", "", now);
    }

    /** The other one wants it, too, or does not. */
    Mediation answered(Side by, boolean wants, Instant now) {
        var step = wants ? "agree" : "decline";
        if (by != Side.OTHER) {
            throw new StepNotAllowed(step, state);
        }
        require(step, Set.of(ASKING));
        return told(wants ? AGREED : NOT_AGREED, by.code(), step, "", now);
    }

    Mediation accepted(Instant now) {
        require("accept", Set.of(AGREED));
        return told(OPEN, MEDIATOR, "accept", "", now);
    }

    /** What a session came to, in the mediator's words. */
    Mediation talked(String said, Instant now) {
        require("session", TALKING);
        return told(state, MEDIATOR, "session", said, now);
    }

    Mediation stated(Side by, String said, Instant now) {
        require("tell", TALKING);
        return told(state, by.code(), "tell", said, now);
    }

    /** A text to sign; what was signed before was another one. */
    Mediation offered(String text, Instant now) {
        require("offer", TALKING);
        var papersThen = papers.offering(text).with(new Entry(now, MEDIATOR, "offer", ""));
        return with(OFFERED, Map.of(), papersThen, now);
    }

    /**
     * One of them signs the text they have read.
     *
     * @throws OtherText if it is not the one that is offered
     */
    Mediation signed(Side by, String hash, Instant now) {
        require("sign", Set.of(OFFERED));
        if (signed.containsKey(by)) {
            throw new StepNotAllowed("sign", state);
        }
        if (!hash.equals(agreementHash())) {
            throw new OtherText();
        }
        var both = new EnumMap<Side, String>(Side.class);
        both.putAll(signed);
        both.put(by, hash);
        var next = both.size() == Side.values().length ? SIGNED : OFFERED;
        return with(next, both, papers.with(new Entry(now, by.code(), "sign", "")), now);
    }

    /** Shown to where else they may go, such as the court. */
    Mediation guided(String road, String said, Instant now) {
        require("guide", TALKING);
        var papersThen = papers.guidedTo(road).with(new Entry(now, MEDIATOR, "guide", said));
        return with(GUIDED, signed, papersThen, now);
    }

    Mediation followedUp(String said, Instant now) {
        require("follow-up", RESULTS);
        return told(FOLLOWED_UP, MEDIATOR, "follow-up", said, now);
    }

    /** Either may leave at any time, and need not say why. */
    Mediation withdrawn(Side by, Instant now) {
        require("withdraw", LIVE);
        return told(WITHDRAWN, by.code(), "withdraw", "", now);
    }

    /** The hash of the text that is offered; null while there is none. */
    @Nullable String agreementHash() {
        var text = papers.agreement();
        return text == null ? null : hash(text);
    }

    /** Whether it came to an agreement, or to another road. */
    boolean hasResult() {
        return RESULTS.contains(state) || state == FOLLOWED_UP;
    }

    MediationNews news(What what, String actor) {
        return new MediationNews(key.id(), version, what, path, mediator, actor);
    }

    /** What a party's step is to the mediator; empty while there is none, or more is to come. */
    Optional<MediationNews> newsSince(Mediation before) {
        if (mediator == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        switch (state) {
                            case AGREED -> What.AGREED;
                            case NOT_AGREED -> What.DECLINED;
                            case SIGNED -> What.SIGNED;
                            case WITHDRAWN -> What.LEFT;
                            case OPEN, OFFERED ->
                                    signed.size() > before.signed.size() ? null : What.TOLD;
                            default -> null;
                        })
                .map(what -> news(what, PARTY));
    }

    /** The steps of the mediator now. */
    List<String> stepsOfMediator() {
        return switch (state) {
            case ASKING -> List.of("invite");
            case AGREED -> List.of("accept");
            case OPEN, OFFERED -> List.of("session", "offer", "guide");
            case SIGNED, GUIDED -> List.of("follow-up");
            case WAITING, FOLLOWED_UP, NOT_AGREED, WITHDRAWN -> List.of();
        };
    }

    /** The steps of one of the parties now. */
    List<String> steps(Side side) {
        var steps = new ArrayList<String>();
        if (state == ASKING && side == Side.OTHER) {
            steps.addAll(List.of("agree", "decline"));
        }
        if (state == OFFERED && !signed.containsKey(side)) {
            steps.add("sign");
        }
        if (TALKING.contains(state)) {
            steps.add("tell");
        }
        if (LIVE.contains(state)) {
            steps.add("withdraw");
        }
        return steps;
    }

    private Mediation told(MediationState next, String by, String step, String said, Instant now) {
        return with(next, signed, papers.with(new Entry(now, by, step, said)), now);
    }

    private Mediation with(
            MediationState next, Map<Side, String> signatures, Papers then, Instant now) {
        var ended = LIVE.contains(next) ? null : endedAt == null ? now : endedAt;
        return new Mediation(
                key,
                version + 1,
                next,
                path,
                cellCode,
                appliedAt,
                mediator,
                signatures,
                ended,
                then);
    }

    private void require(String step, Set<MediationState> from) {
        if (!from.contains(state)) {
            throw new StepNotAllowed(step, state);
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
