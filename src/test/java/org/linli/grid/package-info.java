@NullMarked
package org.linli.grid;

import org.jspecify.annotations.NullMarked;
