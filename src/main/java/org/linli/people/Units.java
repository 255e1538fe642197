package org.linli.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.audit.AuditTrail;
import org.linli.platform.memory.VersionedCopy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to the units that answer for cases. It answers from memory, at most a second
 * behind the latest change.
 */
@Component
public class Units implements org.linli.access.Units {

    private final UnitStore store;
    private final AuditTrail trail;
    private final TransactionTemplate apart;
    private final VersionedCopy<Map<String, Unit>> known;

    Units(UnitStore store, AuditTrail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.store = store;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.known = new VersionedCopy<>(store::version, this::read);
    }

    /** The unit with this code, or empty if there is none. */
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(known.get().get(code));
    }

    @Override
    public Optional<String> nameOf(String code) {
        return unit(code).map(Unit::name);
    }

    /** All units by code. */
    public List<Unit> all() {
        return List.copyOf(known.get().values());
    }

    /**
     * Registers units an import knows only by code, as local ones; known ones stay as they are.
     * Stored at once, whatever becomes of the caller's transaction.
     */
    public void registerLocal(Collection<String> codes, String areaCode) {
        put(
                codes.stream()
                        .filter(code -> unit(code).isEmpty())
                        .map(code ->
                                new Unit(code, code, UnitKind.DEPARTMENT, areaCode, null, true))
                        .toList());
    }

    /** Stores units, new or changed. */
    void put(List<Unit> units) {
        if (units.isEmpty()) {
            return;
        }
        try {
            apart.executeWithoutResult(_ -> {
                store.countChange();
                units.forEach(store::put);
                trail.stored("units", units.size());
            });
        } finally {
            known.expire();
        }
    }

    private Map<String, Unit> read() {
        var units = new TreeMap<String, Unit>();
        store.all().forEach(unit -> units.put(unit.code(), unit));
        return units;
    }
}
