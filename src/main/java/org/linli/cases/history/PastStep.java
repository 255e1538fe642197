package org.linli.cases.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case in the past, as far as the times of its row tell.
 *
 * @param state the code of the state it led to
 * @param unitCode who answered for the case from then on; null is the grid or the street office
 */
record PastStep(String step, String state, Instant at, @Nullable String unitCode) {}
