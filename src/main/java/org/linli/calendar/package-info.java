/** Calendar: working time, holidays and make-up days; when a limit of four working hours ends. */
@ApplicationModule(allowedDependencies = {"audit", "access"})
@NullMarked
package org.linli.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
