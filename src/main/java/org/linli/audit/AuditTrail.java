package org.linli.audit;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The front door of the trail. An act that cannot be recorded does not happen: what fails here
 * fails with whatever it stands beside.
 */
@Component
public class AuditTrail {

    private final EventStore store;
    private final TraceStore traces;
    private final Clock clock;

    AuditTrail(EventStore store, TraceStore traces, Clock clock) {
        this.traces = traces;
        this.store = store;
        this.clock = clock;
    }

    /** What whoever acts on this thread does now. */
    public AuditEvent now(Act act, Thing thing, String object) {
        return AuditEvent.of(clock.instant(), Acting.who(), act, thing, object);
    }

    /** Records an act inside the transaction that has its effect. */
    public void record(AuditEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nothing to be recorded with: " + event.act());
        }
        store.add(event);
    }

    /** Records, inside their transaction, that so many records of a kind were stored. */
    public void stored(String kind, long records) {
        if (records > 0) {
            record(now(Act.DATA_STORE, Thing.DATA, kind).records(Math.toIntExact(records)));
        }
    }

    /**
     * Records what changes nothing, such as a look at somebody's data or a refusal, before it is
     * answered.
     */
    public void note(AuditEvent event) {
        store.add(event);
    }

    /** Events, newest first. Whoever is shown them leaves a trace too. */
    public List<Trace> find(TraceFilter filter) {
        return traces.find(filter);
    }
}
