/** Hand-back: what becomes of a concern is told to the system that handed it over. */
@NullMarked
package org.linli.exchange.handback;

import org.jspecify.annotations.NullMarked;
