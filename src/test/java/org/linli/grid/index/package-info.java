@NullMarked
package org.linli.grid.index;

import org.jspecify.annotations.NullMarked;
