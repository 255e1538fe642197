/** Intake: every way a concern reaches Linli, and how its reporter follows it. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "access",
            "vault",
            "grid",
            "people",
            "catalogue",
            "rules",
            "evidence",
            "cases"
        })
@NullMarked
package org.linli.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
