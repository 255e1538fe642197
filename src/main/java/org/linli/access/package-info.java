/** Access: who acts, and what they may do. */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package org.linli.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
