package org.linli.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.catalogue.Catalogue;
import org.linli.platform.words.Message;
import org.linli.platform.words.Named;
import org.springframework.stereotype.Component;

/** Names what in a draft goes against something else, so that nobody is surprised by it. */
@Component
class RuleConflicts {

    private final Catalogue catalogue;

    RuleConflicts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param versions of the district, in the order in which they come into force
     */
    List<Message> of(Draft draft, List<StoredRules> versions, Instant now) {
        var conflicts = new ArrayList<Message>();
        for (var version : versions) {
            if (version.enactedAt().isAfter(draft.editedAt())) {
                conflicts.add(
                        Message.of("rules/decided-since", version.no(), version.enactedByName()));
            } else if (version.effectiveAt().isAfter(now)) {
                conflicts.add(Message.of("rules/planned-already", version.no(), version.name()));
            }
        }
        draft.rules().limits().forEach(own -> limit(own, conflicts));
        return conflicts;
    }

    private void limit(Rules.OwnLimit own, List<Message> conflicts) {
        var condition = catalogue.condition(own.matter(), own.condition()).orElse(null);
        if (condition == null) {
            return;
        }
        var matter = catalogue.matter(own.matter()).orElseThrow();
        var name = new Named(matter.nameZh(), matter.nameEn());
        if (own.limit().equals(condition.limit())) {
            conflicts.add(Message.of("rules/limit-as-catalogue", name, own.condition()));
        }
        var holdsIn = condition.areaClass();
        if (holdsIn != null && own.areaClass() != null && !holdsIn.equals(own.areaClass())) {
            conflicts.add(
                    Message.of(
                            "rules/limit-never-used",
                            name,
                            own.condition(),
                            holdsIn,
                            own.areaClass()));
        }
    }
}
