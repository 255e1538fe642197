@NullMarked
package org.linli.charter;

import org.jspecify.annotations.NullMarked;
