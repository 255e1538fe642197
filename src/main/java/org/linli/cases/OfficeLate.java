package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An office has let a case wait for longer than its district's rules give it. Published inside the
 * transaction that settles the wait, so that what a listener stores in it is stored once, on any
 * number of nodes.
 *
 * @param level whose office: {@code grid}, {@code community}, {@code district} or {@code city};
 *     null for the street's
 * @param path where it lies
 */
public record OfficeLate(
        CaseKey key,
        String caseNo,
        OfficeWait.Kind kind,
        Instant dueAt,
        @Nullable String level,
        String path,
        @Nullable String matterCode) {}
