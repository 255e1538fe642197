package org.linli.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.access.Action;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.notices.DeliveryStore.Count;
import org.linli.notices.DeliveryStore.Delivery;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What goes out: which channels there are, what could not be delivered, and an end to it. */
@RestController
@RequestMapping("/api/v1/notices")
class DeliveryController {

    private static final String DESK = "post desk";
    private static final int PAGE = 50;

    private final DeliveryStore store;
    private final Channels channels;
    private final Stops stops;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryController(
            DeliveryStore store,
            Channels channels,
            Stops stops,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.channels = channels;
        this.stops = stops;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A channel.
     *
     * @param open whether this installation has it by its settings
     * @param waiting how many letters are still to go out
     * @param failed how many were given up
     */
    @Classified(FieldClass.C0)
    record ShownChannel(String code, boolean open, long waiting, long failed) {}

    /**
     * A letter that was given up.
     *
     * @param toReporter whether it was for somebody without an account, who reported or asked for
     *     it
     * @param account whom else it was for; null for them
     * @param why in a word: unreachable, refused, no-address, closed
     */
    @Classified(FieldClass.C1)
    record Failed(
            long id,
            String channel,
            String topic,
            boolean toReporter,
            @Nullable String account,
            @Nullable String caseNo,
            int attempts,
            @Nullable String why,
            @Nullable Instant givenUpAt) {}

    /**
     * Letters that were given up.
     *
     * @param next the {@code before} of the next page; null on the last
     */
    @Classified(FieldClass.C1)
    record FailedPage(List<Failed> items, @Nullable Long next) {}

    /**
     * @param token as the link has it behind its #
     */
    record Stop(String token) {}

    /** The channels, by name. */
    @GetMapping("/channels")
    @Permission(Action.ACCOUNT_ADMINISTER)
    List<ShownChannel> channels() {
        var counts =
                AccessContext.asSystem(DESK, store::counts).stream()
                        .collect(Collectors.toMap(Count::channel, Function.identity()));
        var open = channels.open();
        return new TreeSet<>(channels.all())
                .stream()
                        .map(code -> {
                            var count = counts.getOrDefault(code, new Count(code, 0, 0));
                            return new ShownChannel(
                                    code, open.contains(code), count.waiting(), count.dead());
                        })
                        .toList();
    }

    /** What could not be delivered, the newest first. */
    @GetMapping("/failures")
    @Permission(Action.ACCOUNT_ADMINISTER)
    FailedPage failures(@RequestParam(required = false) @Nullable Long before) {
        var newest = before == null ? Long.MAX_VALUE : before;
        var dead = AccessContext.asSystem(DESK, () -> store.dead(newest, PAGE));
        var next = dead.size() < PAGE ? null : dead.getLast().id();
        return new FailedPage(dead.stream().map(DeliveryController::shown).toList(), next);
    }

    /** Tries again what could not be delivered. */
    @PutMapping("/failures/{id}/retry")
    @Permission(Action.ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable long id) {
        AccessContext.asSystem(
                DESK,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            if (!store.again(id, clock.instant())) {
                                throw new NoSuchDelivery(id);
                            }
                            trail.record(
                                    trail.now(
                                            Act.NOTICE_RETRY,
                                            Thing.INSTALLATION,
                                            String.valueOf(id)));
                        }));
    }

    /** Stops letters to whoever was sent this link. */
    @PutMapping("/stop")
    @OpenToAll(because = "who reported something has no account; the link they were sent is enough")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@RequestBody Stop body) {
        var recipient = stops.recipient(body.token());
        AccessContext.asSystem(
                DESK,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            store.stop(recipient, clock.instant());
                            trail.record(trail.now(Act.NOTICE_STOP, Thing.REPORTER, recipient));
                        }));
    }

    private static Failed shown(Delivery delivery) {
        var toReporter = !Recipients.isAccount(delivery.recipient());
        return new Failed(
                delivery.id(),
                delivery.channel(),
                delivery.line().topic().code(),
                toReporter,
                toReporter ? null : delivery.recipient(),
                delivery.line().caseNo(),
                delivery.attempts(),
                delivery.failure(),
                delivery.doneAt());
    }
}
