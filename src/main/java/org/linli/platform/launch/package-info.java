/** What a module can say to whoever starts Linli at a terminal. */
@NullMarked
package org.linli.platform.launch;

import org.jspecify.annotations.NullMarked;
