package org.linli.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** One case as a list shows it, with the names that go with its codes. */
public record CaseItem(
        @JsonUnwrapped CaseRow row,
        String stage,
        @Nullable String matterNameZh,
        @Nullable String matterNameEn,
        @Nullable String unitName,
        @Nullable String cellName) {}
