/** Checks of trust: who may see and do what, asked of the running application from outside. */
@NullMarked
package org.linli.trust;

import org.jspecify.annotations.NullMarked;
