@NullMarked
package org.linli.platform.keys;

import org.jspecify.annotations.NullMarked;
