/** Rules: what a district decides for itself about its cases, by version and effective date. */
@ApplicationModule(allowedDependencies = {"audit", "access", "calendar", "grid", "catalogue"})
@NullMarked
package org.linli.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
