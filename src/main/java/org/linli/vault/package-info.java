/**
 * The vault: what must never lie readable in the database is sealed here, each value bound to its
 * own row, under keys that lie elsewhere.
 */
@ApplicationModule(allowedDependencies = {"access", "audit"})
@NullMarked
package org.linli.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
