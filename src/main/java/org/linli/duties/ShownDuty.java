package org.linli.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * An entry of the duty list as anybody may read it.
 *
 * @param unitCode null for the district's own
 * @param perHousehold whether it is done for each household, or else for each grid
 * @param minutes each time
 * @param fields what residents may be asked for
 * @param struck what they may not be asked for again: the register holds it
 * @param endsOn its last day
 * @param renews the entry that it follows
 * @param decision the reason; null until it is decided
 */
@Classified(FieldClass.C0)
record ShownDuty(
        UUID entryId,
        DutyStatus status,
        @Nullable String unitCode,
        @Nullable String unitName,
        String areaCode,
        @Nullable String areaName,
        String titleZh,
        String titleEn,
        String basisZh,
        String basisEn,
        Form form,
        int times,
        Every every,
        boolean perHousehold,
        int minutes,
        List<String> roles,
        String meansZh,
        String meansEn,
        List<String> fields,
        List<String> struck,
        List<String> matters,
        LocalDate endsOn,
        @Nullable UUID renews,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String decision) {}
