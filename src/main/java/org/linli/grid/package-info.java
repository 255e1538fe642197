/** Grid: divisions and cells, their versions and borders, and the cell that holds a point. */
@ApplicationModule(allowedDependencies = {"audit", "access"})
@NullMarked
package org.linli.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
