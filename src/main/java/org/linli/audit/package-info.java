/**
 * Audit: who did what, and who looked at whom, in a trail that nobody can change unseen. It knows
 * nothing of those who act, so that everything above may write to it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.linli.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
