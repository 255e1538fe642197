package org.linli.checks.signs;

import java.time.Instant;
import java.util.List;

/** What lies around a case: work of the same hand and of the same cell, and who checks whom. */
public interface Around {

    /** What somebody handled in a stretch of time, in order. */
    List<Work> byHand(String handler, Instant from, Instant to);

    /** What was handled in a cell in a stretch of time, in order. */
    List<Work> inCell(String cell, Instant from, Instant to);

    /** How much of what was handled in a cell in a stretch of time the grid found and solved. */
    Part ownIn(String cell, Instant from, Instant to);

    /** What of somebody's work this checker checked in a stretch of time, in order. */
    List<Work> checkedBy(String checker, String handler, Instant from, Instant to);

    /** How much of what was checked of somebody's work this checker did. */
    Part partOfHandler(String checker, String handler, Instant from, Instant to);

    /**
     * Which part of the checks of others' work this checker did, in the cells where the handler's
     * work was checked.
     */
    Part partOfChecker(String checker, String handler, Instant from, Instant to);

    /** How many cases of a matter a unit handled, among all that units handled. */
    Part handledOf(String unit, String matter, Instant from, Instant to);

    /** So many among so many. */
    record Part(long some, long among) {

        long others() {
            return among - some;
        }
    }
}
