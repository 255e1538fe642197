/** Evidence: photos, stored once, stripped of what they need not tell, shown by right. */
@ApplicationModule(allowedDependencies = {"audit", "access"})
@NullMarked
package org.linli.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
