package org.linli.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** A notice as a record shows it. */
@Classified(FieldClass.C1)
record ShownNotice(
        UUID noticeId, String version, String manner, String language, @Nullable Instant givenAt) {

    static ShownNotice of(Notice notice) {
        return new ShownNotice(
                notice.id(),
                notice.version(),
                Said.code(notice.manner()),
                notice.language(),
                notice.givenAt());
    }
}
