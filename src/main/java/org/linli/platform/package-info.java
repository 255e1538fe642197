/**
 * What every module stands on, with no word of the domain: database, errors, words, clock, imports.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.linli.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
