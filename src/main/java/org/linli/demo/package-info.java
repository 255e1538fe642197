/** Demo: an invented district to try Linli with; nothing in it is real. */
@ApplicationModule(
        allowedDependencies = {"access", "grid", "people", "catalogue", "cases", "register"})
@NullMarked
package org.linli.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
