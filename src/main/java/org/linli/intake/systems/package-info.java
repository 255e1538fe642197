/**
 * Other systems that hand concerns over: what their codes mean here, and what waits for a meaning.
 */
@NamedInterface("systems")
@NullMarked
package org.linli.intake.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
