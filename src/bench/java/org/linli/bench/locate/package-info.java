/** How fast and how exactly the cell of a point is found: {@code ./linli bench locate}. */
@NullMarked
package org.linli.bench.locate;

import org.jspecify.annotations.NullMarked;
