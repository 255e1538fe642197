/** Vector tiles: shapes cut into squares of the map and packed small. */
@NullMarked
package org.linli.grid.tile;

import org.jspecify.annotations.NullMarked;
