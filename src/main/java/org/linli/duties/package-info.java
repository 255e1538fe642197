/**
 * Duties: what the grids may be asked to do and by whom, the gate that nothing else passes, and how
 * much of the grids' time each department takes.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "calendar",
            "grid",
            "people",
            "catalogue",
            "register"
        })
@NullMarked
package org.linli.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
