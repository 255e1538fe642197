/**
 * On call: what cannot wait goes to whoever is on call, and to the next until somebody takes it.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "calendar",
            "grid",
            "people",
            "catalogue",
            "rules",
            "cases",
            "notices"
        })
@NullMarked
package org.linli.oncall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
