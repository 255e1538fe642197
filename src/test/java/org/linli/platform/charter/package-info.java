@NullMarked
package org.linli.platform.charter;

import org.jspecify.annotations.NullMarked;
