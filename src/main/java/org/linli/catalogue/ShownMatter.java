package org.linli.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** A matter as it is shown to whoever reports or files one. */
@Classified(FieldClass.C0)
record ShownMatter(
        String code,
        String majorCode,
        String majorZh,
        String majorEn,
        String nameZh,
        String nameEn,
        MatterKind kind,
        Flow flow,
        boolean local,
        SelfHandle selfHandle,
        String selfHandleConditionZh,
        String firstActionZh,
        PrivacyLevel privacyLevel,
        @Nullable String leadUnitCode,
        List<Condition> conditions) {

    static ShownMatter of(Matter matter) {
        var sheet = matter.sheet();
        return new ShownMatter(
                matter.code(),
                sheet.majorCode(),
                sheet.majorZh(),
                sheet.majorEn(),
                sheet.nameZh(),
                sheet.nameEn(),
                sheet.kind(),
                sheet.flow(),
                sheet.local(),
                sheet.selfHandle(),
                sheet.selfHandleConditionZh(),
                sheet.firstActionZh(),
                sheet.privacyLevel(),
                sheet.leadUnitCode(),
                matter.conditions());
    }
}
