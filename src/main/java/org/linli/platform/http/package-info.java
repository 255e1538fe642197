/** Calls that Linli makes itself: few, to those whom its operator names, and through one class. */
@NullMarked
package org.linli.platform.http;

import org.jspecify.annotations.NullMarked;
