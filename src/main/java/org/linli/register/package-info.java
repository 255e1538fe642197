/**
 * The register: the least that must be known of households to serve them, looked up only for a
 * purpose and within a budget, each look open to the person it was at.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "vault", "calendar", "grid", "people", "cases"})
@NullMarked
package org.linli.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
