package org.linli.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.platform.memory.VersionedCopy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to the units that answer for cases. */
@Component
public class Units implements org.linli.access.Units {

    private final UnitStore store;
    private final VersionedCopy<Map<String, Unit>> known;

    Units(UnitStore store) {
        this.store = store;
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

    /** Registers units an import knows only by code, as local ones; known ones stay as they are. */
    @Transactional
    public void registerLocal(Collection<String> codes, String areaCode) {
        put(
                codes.stream()
                        .filter(code -> unit(code).isEmpty())
                        .map(code ->
                                new Unit(code, code, UnitKind.DEPARTMENT, areaCode, null, true))
                        .toList());
    }

    /** Stores units, new or changed. */
    @Transactional
    void put(List<Unit> units) {
        if (units.isEmpty()) {
            return;
        }
        store.countChange();
        units.forEach(store::put);
        known.expire();
    }

    private Map<String, Unit> read() {
        var units = new TreeMap<String, Unit>();
        store.all().forEach(unit -> units.put(unit.code(), unit));
        return units;
    }
}
