/** Cases: what was reported, and each step until it is closed. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "access",
            "calendar",
            "grid",
            "people",
            "catalogue",
            "rules",
            "evidence",
            "vault"
        })
@NullMarked
package org.linli.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
