package org.linli.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the duty list, asked for or decided.
 *
 * @param areaCode the division that its grids lie in
 * @param path from the top down to it
 * @param unitCode the department; null for an entry of the district's own
 * @param wording what it is, what it rests on and what pays for it
 * @param effort what it takes
 * @param roles of the grid's people who may be asked, as the API spells them
 * @param fields what residents may be asked for
 * @param struck what they were to be asked for, and the register holds already
 * @param matters codes of matters that reach the grids through it, or their first digits
 * @param endsOn its last day
 * @param renews the entry that it follows; null for a first one
 * @param verdict null until the district has decided
 */
record DutyEntry(
        UUID id,
        String areaCode,
        String path,
        @Nullable String unitCode,
        Wording wording,
        Effort effort,
        Set<String> roles,
        List<String> fields,
        List<String> struck,
        List<String> matters,
        LocalDate endsOn,
        @Nullable UUID renews,
        Asking asking,
        @Nullable Verdict verdict) {

    /** Who asked for it, and when. */
    record Asking(String by, String name, Instant at) {}

    /** What the district decided. */
    record Verdict(boolean approved, String by, Instant at, String reason) {}

    /** In Chinese, and in English where somebody has said it in English. */
    record Wording(
            String titleZh,
            String titleEn,
            String basisZh,
            String basisEn,
            String meansZh,
            String meansEn) {}

    /**
     * So many times each so often, for each grid or for each of its households.
     *
     * @param minutes each time
     */
    record Effort(Form form, int times, Every every, boolean perHousehold, int minutes) {

        /** Minutes of one time in a grid. */
        int once(int households) {
            return perHousehold ? minutes * households : minutes;
        }

        /** Minutes a month in a grid. */
        double monthly(int households) {
            return every.perMonth(times) * once(households);
        }
    }

    DutyEntry {
        roles = Set.copyOf(roles);
        fields = List.copyOf(fields);
        struck = List.copyOf(struck);
        matters = List.copyOf(matters);
    }

    DutyStatus status(LocalDate today) {
        if (verdict == null) {
            return DutyStatus.ASKED;
        }
        if (!verdict.approved()) {
            return DutyStatus.REFUSED;
        }
        return endsOn.isBefore(today) ? DutyStatus.EXPIRED : DutyStatus.LIVE;
    }

    boolean covers(String matterCode) {
        return matters.stream().anyMatch(matterCode::startsWith);
    }
}
