package org.linli.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.grid.topology.Fault;
import org.linli.grid.topology.Ground;
import org.linli.grid.topology.Land;
import org.linli.grid.topology.Topology;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Works out what a file makes of a scheme. A row that takes part in a fault is taken back, and what
 * is left is looked at again, until what would be published is sound.
 */
final class Revision {

    private final Published published;
    private final boolean isMaster;
    private final Instant now;
    private final Set<String> unknownGround;

    /** What the file would change, by code; shrinks as rows are taken back. */
    private final Map<String, Change> changes = new LinkedHashMap<>();

    private final Map<String, Draft> takenBack = new LinkedHashMap<>();
    private final Set<Fault> told = new HashSet<>();
    private final List<Message> notes = new ArrayList<>();
    private final Map<String, Geometry> shapes = new HashMap<>();
    private long unchanged;

    /**
     * @param published what is there now
     * @param unknownGround codes of divisions in which nobody can say what is a gap
     */
    Revision(Published published, boolean isMaster, Set<String> unknownGround, Instant now) {
        this.published = published;
        this.isMaster = isMaster;
        this.unknownGround = unknownGround;
        this.now = now;
    }

    /** Takes a file's rows, and takes back those that cannot stand. */
    void take(Collection<Draft> drafts) {
        drafts.forEach(this::take);
        checkRings();
        do {
            checkTree();
        } while (changesGround() && checkTopology());
    }

    long unchanged() {
        return unchanged;
    }

    /** The rows of the file that are to be stored. */
    Collection<Change> changes() {
        return changes.values();
    }

    /** What they come to: the divisions they change, and those that have another path by them. */
    List<StoredDivision> toStore() {
        var outcome = outcome();
        var descent = descent(outcome);
        var layers = isMaster ? Map.<String, Integer>of() : Layers.of(land(outcome).areas());
        var rows = new ArrayList<StoredDivision>();
        for (var division : outcome.values()) {
            var placed =
                    division.placed(
                            descent.path(division), layers.getOrDefault(division.code(), 0));
            if (changes.containsKey(division.code()) || !placed.isPlacedAs(division)) {
                rows.add(placed);
            }
        }
        changes.values().stream()
                .map(Change::after)
                .filter(division -> division.isOver(now))
                .forEach(division -> rows.add(division.placed(descent.path(division), 0)));
        return rows;
    }

    /** The rows taken back; they say why. */
    List<Row> rejected() {
        return takenBack.values().stream().map(Draft::row).toList();
    }

    /** What is reported but allowed. */
    List<Message> notes() {
        return notes;
    }

    /** The divisions of the scheme as they would be, by code. */
    private Map<String, StoredDivision> outcome() {
        var outcome = new HashMap<>(published.latest());
        changes.forEach((code, change) -> outcome.put(code, change.after()));
        outcome.values().removeIf(division -> division.isOver(now));
        return outcome;
    }

    /** The shape of a division of the outcome; null where its border is not known. */
    private @Nullable Geometry shape(StoredDivision division) {
        var wkb = division.shape();
        if (wkb == null) {
            return null;
        }
        var change = changes.get(division.code());
        var drawn = change == null ? null : change.draft().shape();
        return drawn != null ? drawn : shapes.computeIfAbsent(division.code(), _ -> Wkb.read(wkb));
    }

    private void take(Draft draft) {
        var before = published.latest().get(draft.code());
        if (before != null && Change.isBeforeKnown(draft, before)) {
            reject(draft, Message.of("grid/earlier-than-known", before.validFrom().toString()));
            return;
        }
        var change = Change.of(draft, before, now);
        if (change.isNone()) {
            unchanged++;
        } else if (change.endsBeforeItBegins()) {
            reject(draft, Message.of("grid/ends-before-it-begins"));
        } else {
            changes.put(draft.code(), change);
        }
    }

    private void checkRings() {
        for (var change : List.copyOf(changes.values())) {
            var shape = change.draft().shape();
            if (shape != null) {
                Topology.ring(change.code(), shape)
                        .ifPresent(fault -> reject(change.draft(), Wording.of(fault)));
            }
        }
    }

    /** Taking one back may leave those below without a parent, so this goes on until none is. */
    private void checkTree() {
        var before = -1;
        while (before != changes.size()) {
            before = changes.size();
            var outcome = outcome();
            var divided = divided(outcome);
            var descent = descent(outcome);
            for (var change : List.copyOf(changes.values())) {
                descent.fault(change.after(), divided, now)
                        .ifPresent(reason -> reject(change.draft(), reason));
            }
        }
    }

    private static Set<String> divided(Map<String, StoredDivision> outcome) {
        var parents = new HashSet<String>();
        for (var division : outcome.values()) {
            var parent = division.division().parentCode();
            if (parent != null) {
                parents.add(parent);
            }
        }
        return parents;
    }

    private boolean changesGround() {
        return changes.values().stream().anyMatch(Change::changesGround);
    }

    /** Says whether rows had to be taken back. */
    private boolean checkTopology() {
        var faults = new Topology(land(outcome())).faults();
        if (!isMaster) {
            faults.stream().filter(told::add).map(Wording::of).forEach(notes::add);
            return false;
        }
        var standing = Map.copyOf(changes);
        faults.stream()
                .filter(fault -> fault.kind() != Fault.Kind.GAP)
                .forEach(fault -> reject(fault, standing));
        // many a gap comes of the other faults: it is looked for again without those
        if (changes.size() == standing.size()) {
            faults.stream()
                    .filter(fault -> fault.kind() == Fault.Kind.GAP)
                    .forEach(gap -> rejectGap(gap, standing));
        }
        return changes.size() < standing.size();
    }

    private Land land(Map<String, StoredDivision> outcome) {
        var descent = descent(outcome);
        var divided = divided(outcome);
        var areas = new ArrayList<Ground>();
        for (var division : outcome.values()) {
            var shape = shape(division);
            if (shape != null) {
                var change = changes.get(division.code());
                var rank = rank(division.division(), divided);
                var above = descent.shapedAbove(division.division().parentCode());
                var isNew = change != null && change.changesGround();
                areas.add(new Ground(division.code(), rank, above, shape, isNew));
            }
        }
        return new Land(areas, takenBack(descent), leaving(descent), unknownGround(descent));
    }

    private Descent descent(Map<String, StoredDivision> outcome) {
        return new Descent(outcome, published.master(), isMaster);
    }

    /** In an overlay all cells are of one rank, whatever they are called. */
    private int rank(Division division, Set<String> divided) {
        return isMaster || divided.contains(division.code())
                ? division.level().ordinal()
                : Level.values().length;
    }

    private List<Ground> takenBack(Descent descent) {
        var grounds = new ArrayList<Ground>();
        for (var draft : takenBack.values()) {
            if (draft.shape() != null) {
                var above = descent.shapedAbove(draft.parentCode());
                grounds.add(new Ground(draft.code(), 0, above, meant(draft.shape()), false));
            }
        }
        return grounds;
    }

    /** A broken ring says about where its ground is, no more. */
    private static Geometry meant(Geometry shape) {
        return shape.isValid() ? shape : GeometryFixer.fix(shape).convexHull();
    }

    private List<Ground> leaving(Descent descent) {
        var grounds = new ArrayList<Ground>();
        for (var change : changes.values()) {
            var shape = change.after().isOver(now) ? shape(change.after()) : null;
            if (shape != null) {
                var above = descent.shapedAbove(change.draft().parentCode());
                grounds.add(new Ground(change.code(), 0, above, shape, false));
            }
        }
        return grounds;
    }

    private Set<String> unknownGround(Descent descent) {
        var unknown = new HashSet<String>();
        for (var code : unknownGround) {
            unknown.add(Objects.requireNonNullElse(descent.shapedAbove(code), ""));
        }
        return unknown;
    }

    /** Takes back those that take part; the one above only where nothing else has changed. */
    private void reject(Fault fault, Map<String, Change> standing) {
        var guilty = fault.codes().stream().filter(standing::containsKey).toList();
        for (var code : guilty.isEmpty() ? List.of(fault.parentCode()) : guilty) {
            var change = standing.get(code);
            if (change != null) {
                reject(change.draft(), Wording.of(fault));
            }
        }
    }

    /** A gap beside a row taken back is that row's doing. */
    private void rejectGap(Fault gap, Map<String, Change> standing) {
        var culprits =
                gap.codes().stream()
                        .flatMap(code -> Stream.ofNullable(takenBack.get(code)))
                        .toList();
        if (culprits.isEmpty()) {
            reject(gap, standing);
        } else if (told.add(gap)) {
            culprits.forEach(draft -> draft.row().reject("code", Wording.of(gap)));
        }
    }

    private void reject(Draft draft, Message reason) {
        draft.row().reject("code", reason);
        takenBack.put(draft.code(), draft);
        changes.remove(draft.code());
    }
}
