package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.catalogue.Flow;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * One case as a list shows it, without the names that go with its codes.
 *
 * @param flow which way it goes: {@code service} where it is helped with, else {@code case}
 * @param awaiting what it waits for beside the usual course: {@code ruling}, or that somebody
 *     decides what was asked for: {@code extension}, {@code hold}, {@code forced-close}, {@code
 *     appeal}; null where the course goes on
 * @param forced whether two people closed it unsolved
 * @param exempt whether being late was excused
 * @param card {@code yellow} or {@code red}: how seriously those above watch it; null for none
 * @param level whose office has it: {@code grid}, {@code community}, {@code district} or {@code
 *     city}; null for the street's
 * @param officeDueAt until when it may wait for its office to accept, verify or dispatch it; null
 *     where it waits for none, and in the answer to a step
 */
@Classified(FieldClass.C1)
public record CaseRow(
        long id,
        String caseNo,
        int version,
        String state,
        Flow flow,
        String source,
        @Nullable String matterCode,
        String text,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable String cell,
        String address,
        @Nullable String unitCode,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant handledAt,
        @Nullable Instant closedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        boolean selfHandled,
        int returns,
        int reworks,
        int reopenings,
        @Nullable Instant heldUntil,
        @Nullable Integer rating,
        @Nullable Boolean solved,
        @Nullable String mergedInto,
        @Nullable String awaiting,
        boolean forced,
        boolean exempt,
        @Nullable String card,
        @Nullable String level,
        @Nullable Instant officeDueAt) {}
