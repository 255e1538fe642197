/**
 * Charter: whether this installation keeps what Linli promises residents and workers, told to all.
 */
@ApplicationModule(allowedDependencies = "access")
@NullMarked
package org.linli.charter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
