package org.linli.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Once;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;

/**
 * What households were told and what they agreed to, on which everything rests that is entered of
 * them.
 */
@Component
class Agreements {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final Households households;
    private final RecordStore records;
    private final Trace trace;
    private final Once once;
    private final Clock clock;

    Agreements(Households households, RecordStore records, Trace trace, Once once, Clock clock) {
        this.households = households;
        this.records = records;
        this.trace = trace;
        this.once = once;
        this.clock = clock;
    }

    /**
     * @param manner {@code in_person}, {@code paper} or {@code digital}
     * @param givenAt null for now
     */
    record NewNotice(
            UUID opId, String version, String manner, String language, @Nullable Instant givenAt) {}

    /**
     * @param purpose {@code service} or {@code guardian}
     */
    record NewConsent(UUID opId, UUID noticeId, String purpose) {}

    Answer add(Actor actor, UUID householdId, NewNotice said) {
        var household = households.own(actor, householdId);
        var version = Said.code("version", said.version());
        if (!LANGUAGE.matcher(said.language()).matches()) {
            throw new InvalidValue("request/value", "language", said.language());
        }
        var now = clock.instant();
        var givenAt = said.givenAt() == null ? now : said.givenAt();
        if (givenAt.isAfter(now)) {
            throw new InvalidValue("register/not-yet", "givenAt");
        }
        var manner = Said.oneOf("manner", Notice.Manner.class, said.manner());
        var notice =
                new Notice(
                        UUID.randomUUID(), version, manner, said.language(), givenAt, actor.id());
        return once.create(
                actor.id(),
                said.opId(),
                List.of(householdId, said),
                () -> {
                    records.add(household, notice);
                    trace.entered(household, actor.id(), "notice");
                    return new Entered(notice.id());
                });
    }

    Answer add(Actor actor, UUID householdId, NewConsent said) {
        var household = households.own(actor, householdId);
        requireNotice(household, said.noticeId());
        var consent =
                new Consent(
                        UUID.randomUUID(),
                        said.noticeId(),
                        Said.oneOf("purpose", Consent.Purpose.class, said.purpose()),
                        clock.instant(),
                        null);
        return once.create(
                actor.id(),
                said.opId(),
                List.of(householdId, said),
                () -> {
                    records.add(household, consent, actor.id());
                    trace.entered(household, actor.id(), "consent");
                    return new Entered(consent.id());
                });
    }

    /** Withdraws a consent; the needs that rest on it end with it. */
    Answer withdraw(Actor actor, UUID householdId, UUID consentId, UUID opId) {
        var household = households.own(actor, householdId);
        return once.change(
                actor.id(),
                opId,
                List.of(householdId, consentId, "withdraw"),
                () -> {
                    if (!records.withdraw(
                            household.countyCode(), household.id(), consentId, clock.instant())) {
                        throw new NoSuchRecord();
                    }
                    trace.entered(household, actor.id(), "consent-withdrawn");
                    return new Entered(consentId);
                });
    }

    /** Whoever enters anything says which notice they had given before. */
    void requireNotice(Household household, UUID noticeId) {
        if (records.notices(household.countyCode(), household.id()).stream()
                .noneMatch(notice -> notice.id().equals(noticeId))) {
            throw new InvalidValue("register/no-notice", "noticeId");
        }
    }

    /** Whether a household agrees to something, and has not taken it back. */
    boolean stands(Household household, UUID consentId, Consent.Purpose purpose) {
        return records.consents(household.countyCode(), household.id()).stream()
                .anyMatch(consent ->
                        consent.id().equals(consentId)
                                && consent.purpose() == purpose
                                && consent.stands());
    }
}
