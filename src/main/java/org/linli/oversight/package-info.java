/** Oversight: the audit trail as those may read it who watch over the others. */
@ApplicationModule(allowedDependencies = {"audit", "access", "grid"})
@NullMarked
package org.linli.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
