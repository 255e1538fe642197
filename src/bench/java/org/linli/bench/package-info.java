/**
 * Benchmarks: ours beside its peer and the raw limit, in one run, by a command anyone can repeat.
 */
@NullMarked
package org.linli.bench;

import org.jspecify.annotations.NullMarked;
