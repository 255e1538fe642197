package org.linli.cases;

import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Decision;
import org.linli.access.Policy;
import org.linli.evidence.Holder;
import org.linli.evidence.PhotoRight;
import org.springframework.stereotype.Component;

/** The photos of a case are for whoever may see the case. */
@Component
class CasePhotos implements PhotoRight {

    static final String KIND = "case";

    private final CaseStore store;

    CasePhotos(CaseStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean maySee(Actor actor, Holder holder) {
        return store.find(new CaseKey(holder.countyCode(), holder.id()))
                .map(file -> Policy.decide(actor, Action.CASE_READ, file.resource()))
                .filter(Decision.ALLOWED::equals)
                .isPresent();
    }
}
