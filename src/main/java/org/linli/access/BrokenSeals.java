package org.linli.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Raises the alarm when a row that would give somebody rights is not as Linli wrote it. */
@Component
public class BrokenSeals {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenSeals.class);

    /** Whoever is refused asks again and again; the trail need not tell it each time. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Cache<String, Boolean> told;

    BrokenSeals(AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
        this.trail = trail;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.told =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(TOLD_AGAIN_AFTER)
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    /** Tells of it in the log and the trail, whatever becomes of the work in which it was found. */
    void found(String caller, Thing thing, String object) {
        if (told.asMap().putIfAbsent(thing.code() + " " + object, true) == null) {
            LOG.error("Rights of {} {} were changed past Linli: refused", thing.code(), object);
            var event = AuditEvent.of(clock.instant(), caller, Act.RIGHTS_BROKEN, thing, object);
            apart.executeWithoutResult(_ -> trail.record(event.refused()));
        }
    }

    /** What whoever watches over Linli should look into; empty if nothing. */
    public Optional<Message> alarm() {
        told.cleanUp();
        var found = told.estimatedSize();
        return found == 0
                ? Optional.empty()
                : Optional.of(Message.of("access/seals-broken", found));
    }
}
