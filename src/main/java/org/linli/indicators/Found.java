package org.linli.indicators;

import java.time.Instant;
import org.linli.cases.CaseKey;

/** A case behind a figure, and its place in the list. */
record Found(CaseKey key, Instant reportedAt) {}
