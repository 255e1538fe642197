/** Notices: who is told what and when, in the inbox, by mail, by SMS or by webhook. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "access",
            "calendar",
            "grid",
            "catalogue",
            "cases",
            "checks",
            "mediation",
            "vault"
        })
@NullMarked
package org.linli.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
