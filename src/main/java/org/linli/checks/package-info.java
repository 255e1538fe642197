/**
 * Checks: who looks at what the grid solved itself, drawn so that everybody can repeat the draw;
 * what supervisors saw; and signs of gaming, which bring the case before a person.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "access",
            "calendar",
            "grid",
            "people",
            "catalogue",
            "evidence",
            "cases"
        })
@NullMarked
package org.linli.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
