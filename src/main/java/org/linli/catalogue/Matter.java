package org.linli.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something a district handles, in one version of its catalogue.
 *
 * @param conditions by number; none for a local matter, which so has no limit
 */
public record Matter(String code, int version, MatterSheet sheet, List<Condition> conditions) {

    public Matter {
        conditions = conditions.stream().sorted(Comparator.comparing(Condition::no)).toList();
    }

    public String nameZh() {
        return sheet.nameZh();
    }

    public String nameEn() {
        return sheet.nameEn();
    }

    public Flow flow() {
        return sheet.flow();
    }

    public boolean isLocal() {
        return sheet.local();
    }

    /** The condition with this number, or empty if the matter has none. */
    public Optional<Condition> condition(int no) {
        return conditions.stream().filter(condition -> condition.no() == no).findFirst();
    }

    /**
     * The condition that holds in a class of area in place of one of another class: the one with
     * the same words. Where there is none, the other holds everywhere.
     */
    public Condition inClass(Condition chosen, String areaClass) {
        if (chosen.areaClass() == null || chosen.areaClass().equals(areaClass)) {
            return chosen;
        }
        return conditions.stream()
                .filter(other -> areaClass.equals(other.areaClass()))
                .filter(other -> other.textZh().equals(chosen.textZh()))
                .findFirst()
                .orElse(chosen);
    }

    /**
     * What a report is filed under when nobody says more: the normal condition, or the first where
     * there is none; empty for a matter without conditions.
     */
    public Optional<Condition> usualCondition() {
        return condition(Condition.NORMAL).or(() -> conditions.stream().findFirst());
    }
}
