package org.linli.catalogue;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.audit.AuditTrail;
import org.linli.platform.memory.VersionedCopy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Front door to the matters a district handles. It answers from memory, at most a second behind the
 * latest change.
 */
@Component
public class Catalogue {

    private record Key(String code, int version) {}

    private record Content(
            Map<Key, Matter> versions,
            Map<String, Matter> inForce,
            Map<String, List<Question>> questions) {}

    private final CatalogueStore store;
    private final QuestionStore questions;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final VersionedCopy<Content> content;

    Catalogue(
            CatalogueStore store,
            QuestionStore questions,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.trail = trail;
        this.store = store;
        this.questions = questions;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.content = new VersionedCopy<>(store::version, this::read);
    }

    /** The matter with this code as it stands now, or empty if there is none. */
    public Optional<Matter> matter(String code) {
        return Optional.ofNullable(content.get().inForce.get(code));
    }

    /** The matter as it stood in a version, or empty if there was none. */
    public Optional<Matter> matter(String code, int version) {
        return Optional.ofNullable(content.get().versions.get(new Key(code, version)));
    }

    /** All matters as they stand now, by code. */
    public Collection<Matter> matters() {
        return content.get().inForce.values();
    }

    /** A condition of a matter as it stands now, or empty if there is none. */
    public Optional<Condition> condition(String code, int no) {
        return matter(code).flatMap(matter -> matter.condition(no));
    }

    /** What is asked besides when a matter is reported, in their order; mostly nothing. */
    public List<Question> questions(String matterCode) {
        return content.get().questions.getOrDefault(matterCode, List.of());
    }

    /** Counts the changes of the catalogue. */
    public long version() {
        return content.version();
    }

    /**
     * Makes sure of a matter that imported history names and nobody has described: a local one
     * without conditions, so without a limit. Stored at once, whatever becomes of the caller's
     * transaction.
     */
    public void registerLocal(String code, String name) {
        var local = new Matter(code, 1, MatterSheet.ofLocal(name), List.of());
        try {
            apart.executeWithoutResult(_ -> {
                store.lock();
                if (!store.knows(code)) {
                    store.countChange();
                    store.add(local, null, clock.instant());
                    trail.stored("matters", 1);
                }
            });
        } finally {
            content.expire();
        }
    }

    /**
     * A version to be put in force.
     *
     * @param imported the row of a file that it was last imported from; null if from none
     */
    record Change(Matter matter, @Nullable MatterRow imported) {}

    /** The catalogue to be changed, as it is read from the store. */
    record Edition(Map<String, Matter> matters, Map<String, MatterRow> imported) {

        Optional<Matter> inForce(String code) {
            return Optional.ofNullable(matters.get(code));
        }
    }

    /** The catalogue as the store has it now. */
    Edition edition() {
        var inForce = new LinkedHashMap<String, Matter>();
        store.all().stream()
                .filter(CatalogueStore.Stored::inForce)
                .forEach(stored -> inForce.put(stored.matter().code(), stored.matter()));
        return new Edition(inForce, store.imported());
    }

    /** Changes the catalogue, while nobody else can. */
    void change(Function<Edition, List<Change>> changes) {
        try {
            apart.executeWithoutResult(_ -> {
                store.lock();
                var edition = edition();
                var wanted = changes.apply(edition);
                if (!wanted.isEmpty()) {
                    store.countChange();
                }
                wanted.forEach(
                        change -> store.add(change.matter, change.imported, clock.instant()));
                trail.stored("matters", wanted.size());
            });
        } finally {
            content.expire();
        }
    }

    /** Asks this of whoever reports these matters, and nothing else. */
    void ask(Map<String, List<Question>> asked) {
        try {
            apart.executeWithoutResult(_ -> {
                store.lock();
                asked.forEach(questions::put);
                store.countChange();
                trail.stored("questions", asked.size());
            });
        } finally {
            content.expire();
        }
    }

    private Content read() {
        var all = store.all();
        var versions =
                all.stream()
                        .map(CatalogueStore.Stored::matter)
                        .collect(
                                Collectors.toMap(
                                        matter -> new Key(matter.code(), matter.version()),
                                        Function.identity()));
        var inForce = new LinkedHashMap<String, Matter>();
        all.stream()
                .filter(CatalogueStore.Stored::inForce)
                .forEach(stored -> inForce.put(stored.matter().code(), stored.matter()));
        var asked = questions.all().stream().collect(Collectors.groupingBy(Question::matterCode));
        return new Content(versions, Collections.unmodifiableMap(inForce), asked);
    }
}
