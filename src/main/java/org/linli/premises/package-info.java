/**
 * Safety checks of premises (安全检查): a list gone through item by item, each fault made a case, and a
 * second visit by another person (DOMAIN §2.5).
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "calendar", "grid", "catalogue", "cases"})
@NullMarked
package org.linli.premises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
