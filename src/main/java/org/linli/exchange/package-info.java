/** Exchange: what comes in and goes out as a whole, as files or for maps of others. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "access",
            "vault",
            "grid",
            "catalogue",
            "cases",
            "intake :: systems"
        })
@NullMarked
package org.linli.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
