/** How fairly delays are charged, and what gaming is noticed, in districts made up by a seed. */
@NullMarked
package org.linli.bench.fairness;

import org.jspecify.annotations.NullMarked;
