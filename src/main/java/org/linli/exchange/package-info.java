/** Exchange: files that come in and go out, as a whole. */
@ApplicationModule(allowedDependencies = {"audit", "access", "grid"})
@NullMarked
package org.linli.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
