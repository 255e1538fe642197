package org.linli.cases;

import java.util.Collection;
import java.util.UUID;
import org.linli.access.Actor;
import org.linli.evidence.Evidence;
import org.linli.evidence.Holder;
import org.linli.evidence.PhotoRight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The photos of a case are for whoever may see the case. */
@Component
class CasePhotos implements PhotoRight {

    static final String KIND = "case";

    private final CaseStore store;
    private final Evidence evidence;
    private final TransactionTemplate transaction;

    CasePhotos(CaseStore store, Evidence evidence, TransactionTemplate transaction) {
        this.store = store;
        this.evidence = evidence;
        this.transaction = transaction;
    }

    static Holder holder(CaseFile file) {
        return new Holder(KIND, file.key().countyCode(), file.key().id());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean maySee(Actor actor, Holder holder) {
        return store.find(new CaseKey(holder.countyCode(), holder.id()))
                .filter(file -> file.readableBy(actor))
                .isPresent();
    }

    /**
     * @throws org.linli.platform.problem.Problem if one is not there, or not theirs to hang on
     *     anything
     */
    void requireSentBy(Actor actor, Collection<UUID> photos) {
        evidence.requireSentBy(actor, photos);
    }

    /** A statement and the photos that come with it; alone, it needs no transaction around it. */
    void storedWith(Collection<UUID> photos, CaseFile file, Runnable statement) {
        if (photos.isEmpty()) {
            statement.run();
        } else {
            transaction.executeWithoutResult(_ -> {
                statement.run();
                evidence.attach(holder(file), photos);
            });
        }
    }
}
