@NullMarked
package org.linli.platform.memory;

import org.jspecify.annotations.NullMarked;
