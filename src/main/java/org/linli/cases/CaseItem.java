package org.linli.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** One case as a list shows it, with the names that go with its codes. */
@Classified(FieldClass.C1)
public record CaseItem(
        @JsonUnwrapped CaseRow row,
        String stage,
        @Nullable String matterNameZh,
        @Nullable String matterNameEn,
        @Nullable String unitName,
        @Nullable String cellName) {}
