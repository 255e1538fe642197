@NullMarked
package org.linli.grid.tile;

import org.jspecify.annotations.NullMarked;
