/** Whether areas lie beside and in each other as they should, and by how much they do not. */
@NullMarked
package org.linli.grid.topology;

import org.jspecify.annotations.NullMarked;
