package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessContext;
import org.linli.catalogue.Catalogue;
import org.linli.catalogue.Flow;
import org.linli.catalogue.Matter;
import org.linli.catalogue.PrivacyLevel;
import org.springframework.stereotype.Component;

/**
 * What anybody may know of cases, for maps and lists outside. Public is what is seen in the street:
 * of services, disputes and checks at somebody's door, of matters that tell of health or need, and
 * of what nobody has classified yet, there is nothing here. Where a matter may tell of people, the
 * place is told to about a kilometre (see docs/decisions/0170).
 */
@Component
public class PublicCases {

    /** A total is counted up to here. */
    public static final int COUNTED = CaseQueries.COUNTED;

    /** A duplicate of a duplicate is followed so far. */
    private static final int FOLLOWED = 8;

    private final PublicCaseStore store;
    private final Catalogue catalogue;

    PublicCases(PublicCaseStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /**
     * Which are asked for, newest first. What is null does not narrow it.
     *
     * @param matters their codes; null for all
     * @param areaPath the path of an area
     * @param from reported at or after
     * @param to reported at or before
     * @param over whether nothing is left to do about them
     * @param box which the place meets as it is told, not as it is
     * @param offset how many of the first are left out
     */
    public record Wanted(
            @Nullable List<String> matters,
            @Nullable String areaPath,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean over,
            CaseFilter.@Nullable Box box,
            int limit,
            int offset) {

        public Wanted {
            matters = matters == null ? null : List.copyOf(matters);
        }
    }

    /** Whether anybody may know of cases of a matter. */
    public boolean shows(String matterCode) {
        return catalogue.matter(matterCode).filter(PublicCases::isPublic).isPresent();
    }

    /** Those asked for, but for duplicates, which count once. */
    public List<PublicCase> find(Wanted wanted) {
        return AccessContext.asSystem("public cases", () -> store.find(wanted, exact(), coarse()));
    }

    /** How many there are of those asked for, whatever the limit. */
    public int count(Wanted wanted) {
        return AccessContext.asSystem("public cases", () -> store.count(wanted, exact(), coarse()));
    }

    /** The one with this number; a duplicate stands as the case does that it was merged into. */
    public Optional<PublicCase> find(String caseNo) {
        return AccessContext.asSystem("a public case", () -> followed(caseNo));
    }

    private Optional<PublicCase> followed(String caseNo) {
        var reported = one(caseNo);
        var at = reported;
        for (var step = 0; step < FOLLOWED && at.isPresent(); step++) {
            var into = at.get().mergedInto();
            if (into == null) {
                break;
            }
            at = one(into);
        }
        return at.filter(last -> !last.caseNo().equals(caseNo))
                .flatMap(survivor -> reported.map(child -> child.standingAs(survivor)))
                .or(() -> reported);
    }

    private Optional<PublicCase> one(String caseNo) {
        return CaseNumber.key(caseNo)
                .flatMap(key -> store.find(key, exact(), coarse()))
                .filter(found -> found.caseNo().equals(caseNo));
    }

    private List<String> exact() {
        return codes(PrivacyLevel.NONE);
    }

    private List<String> coarse() {
        return codes(PrivacyLevel.PERSONAL);
    }

    private List<String> codes(PrivacyLevel level) {
        return catalogue.matters().stream()
                .filter(PublicCases::isPublic)
                .filter(matter -> matter.sheet().privacyLevel() == level)
                .map(Matter::code)
                .toList();
    }

    private static boolean isPublic(Matter matter) {
        return matter.flow() == Flow.CASE
                && matter.sheet().privacyLevel() != PrivacyLevel.SENSITIVE;
    }
}
