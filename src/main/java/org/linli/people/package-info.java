/** People: the units that answer for cases, and the staff and posts within them. */
@ApplicationModule(allowedDependencies = {"audit", "access", "calendar", "grid"})
@NullMarked
package org.linli.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
