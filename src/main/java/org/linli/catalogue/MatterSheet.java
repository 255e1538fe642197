package org.linli.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a matter besides its conditions.
 *
 * @param local made up from imported history: nobody has said yet how it is handled
 * @param stdCode its code in the national list, as a hint
 * @param filingZh when it is filed, in general; the conditions say it case by case
 * @param leadUnitCode the unit that usually handles it; null where none does
 * @param firstActionZh what comes before anything else, such as 先拨119; empty if nothing does
 * @param sourceUnitCode the department that wanted it in the catalogue; null where the district did
 * @param basis S where it follows a public list, P where it is a proposal
 */
public record MatterSheet(
        boolean local,
        String majorCode,
        String majorZh,
        String majorEn,
        String nameZh,
        String nameEn,
        MatterKind kind,
        Flow flow,
        String stdCode,
        String filingZh,
        String filingEn,
        String closingZh,
        String closingEn,
        @Nullable String leadUnitCode,
        String leadUnitZh,
        String leadUnitEn,
        SelfHandle selfHandle,
        String selfHandleConditionZh,
        PrivacyLevel privacyLevel,
        String firstActionZh,
        String basis,
        @Nullable String sourceUnitCode) {

    /** All that is known of a matter that was met in imported history. */
    static MatterSheet ofLocal(String name) {
        return new MatterSheet(
                true,
                "local",
                "本地事项",
                "Local matters",
                name,
                name,
                MatterKind.EVENT,
                Flow.CASE,
                "",
                "",
                "",
                "",
                "",
                null,
                "",
                "",
                SelfHandle.NO,
                "",
                // unknown, and so taken for what needs care
                PrivacyLevel.PERSONAL,
                "",
                "",
                null);
    }
}
