/** Launch: how Linli is started, on which command, and whether it is ready to serve. */
@ApplicationModule(allowedDependencies = {"audit", "access", "charter", "indicators", "exchange"})
@NullMarked
package org.linli.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
