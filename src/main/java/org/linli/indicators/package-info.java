/**
 * Indicators: each figure with its definition, its numerator and denominator, and the cases behind
 * it.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "grid", "people", "catalogue", "cases"})
@NullMarked
package org.linli.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
