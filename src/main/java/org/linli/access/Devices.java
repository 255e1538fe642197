package org.linli.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The phones of those who work in the field: a leader invites, the phone makes its key, and from
 * then on its sessions are of no use without it (SECURITY §4.1). A lost phone is stopped by its
 * person or by a leader.
 */
@Component
public class Devices {

    /** How long a leader's invitation can be scanned. */
    public static final Duration INVITATION_WAITS = Duration.ofMinutes(10);

    /** What the person themselves may say of their phone. */
    private static final Set<Device.Status> OWN = Set.of(Device.Status.LOST);

    private final DeviceStore store;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Callers callers;
    private final AuditTrail trail;
    private final Clock clock;

    Devices(
            DeviceStore store,
            Accounts accounts,
            SignIn signIn,
            Callers callers,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.signIn = signIn;
        this.callers = callers;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A code by which a worker's phone is enrolled once, within {@link #INVITATION_WAITS}.
     *
     * @throws NoSuchAccount unless it is somebody who works only in the field, in the leader's area
     */
    IssuedCode invite(Actor leader, String accountId) {
        var worker =
                accounts.find(accountId)
                        .filter(one -> leads(leader, one))
                        .orElseThrow(() -> new NoSuchAccount(accountId));
        var code = Secret.fresh();
        var now = clock.instant();
        var expires = now.plus(INVITATION_WAITS);
        store.invite(Secret.hash(code), worker.id(), leader.id(), now, expires);
        trail.record(
                AuditEvent.of(now, leader.id(), Act.DEVICE_INVITE, Thing.ACCOUNT, worker.id()));
        return new IssuedCode(code, worker.id(), expires);
    }

    /**
     * Enrols the phone with this key in place of any former one, and signs its person in on it.
     *
     * @param agent how its browser names itself
     * @throws CodeNotUsable if the invitation was never made, was used before, or has expired
     */
    @Transactional
    public OpenedSession enrol(String code, String name, byte[] key, String agent) {
        var now = clock.instant();
        var called = Accounts.checkedName(name);
        var invited = store.use(Secret.hash(code), now).orElseThrow(CodeNotUsable::new);
        var id = store.enrol(invited, called, key, now).orElseThrow(CodeNotUsable::new);
        trail.record(
                AuditEvent.of(
                        now,
                        invited.account(),
                        Act.DEVICE_ENROL,
                        Thing.DEVICE,
                        String.valueOf(id)));
        callers.forget();
        return signIn.open(invited.account(), Session.OpenedWith.DEVICE, agent, id);
    }

    /**
     * Uses a sign-in code up and opens a session, bound to the phone if it is the person's.
     *
     * @param key what signed the request; null if nothing did
     * @throws CodeNotUsable if the code was never issued, was used before, or has expired
     */
    @Transactional(noRollbackFor = CodeNotUsable.class)
    public OpenedSession signIn(String code, byte @Nullable [] key, String agent) {
        var account = signIn.accountOf(code);
        return signIn.open(account, Session.OpenedWith.LINK, agent, idOf(account, key));
    }

    /** The id of the account's active phone with this key; null if it has none such. */
    @Nullable Long idOf(String account, byte @Nullable [] key) {
        return key == null
                ? null
                : store.active(key)
                        .filter(device -> device.accountId().equals(account))
                        .map(Device::id)
                        .orElse(null);
    }

    /** The phones of these accounts, the newest first. */
    public List<Device> of(List<String> accountIds) {
        return store.of(accountIds);
    }

    /**
     * Says what became of a phone; its sessions end with it.
     *
     * @throws NoSuchDevice unless it is the actor's own, or that of somebody they lead
     */
    @Transactional
    public void change(Actor actor, long id, Device.Status status) {
        var device = store.find(id).orElseThrow(() -> new NoSuchDevice(id));
        var leads = accounts.find(device.accountId()).filter(one -> leads(actor, one)).isPresent();
        var own = device.accountId().equals(actor.id());
        if (!leads && !own) {
            throw new NoSuchDevice(id);
        }
        if (!leads && !OWN.contains(status)) {
            throw new NotPermitted();
        }
        if (device.status() == Device.Status.REVOKED
                || status == Device.Status.ACTIVE && device.status() != Device.Status.SUSPENDED) {
            throw new InvalidValue("access/device-status", "status", status.code());
        }
        var now = clock.instant();
        store.change(id, status, actor.id(), now);
        trail.record(
                AuditEvent.of(now, actor.id(), Act.DEVICE_CHANGE, Thing.DEVICE, String.valueOf(id))
                        .purpose(status.code()));
        callers.forget();
    }

    /** Whether all that this person does is field work in the leader's area. */
    public static boolean leads(Actor leader, Account worker) {
        return worker.active()
                && worker.actor().worksInTheFieldOnly()
                && worker.posts().stream()
                        .allMatch(post ->
                                Policy.decide(
                                                leader,
                                                Action.DEVICE_ADMINISTER,
                                                Resource.at(post.areaPath()))
                                        == Decision.ALLOWED);
    }
}
