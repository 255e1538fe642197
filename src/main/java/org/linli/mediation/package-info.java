/**
 * Mediation (调解): asked for by one, agreed to by the other, signed by both or by none (DOMAIN
 * §2.5). Its papers are open to the parties and their mediator; nobody else reads, counts or rates
 * them.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "vault", "grid", "cases"})
@NullMarked
package org.linli.mediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
