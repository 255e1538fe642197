/** Catalogue: the matters a district handles, when each is filed, by when and how it is solved. */
@ApplicationModule(allowedDependencies = {"audit", "access", "calendar"})
@NullMarked
package org.linli.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
