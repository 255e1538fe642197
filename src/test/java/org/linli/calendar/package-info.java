@NullMarked
package org.linli.calendar;

import org.jspecify.annotations.NullMarked;
