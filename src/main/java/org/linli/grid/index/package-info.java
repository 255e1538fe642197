/** Which cell holds a point: exactly, and millions of times a second. */
@NullMarked
package org.linli.grid.index;

import org.jspecify.annotations.NullMarked;
