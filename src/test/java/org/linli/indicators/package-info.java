@NullMarked
package org.linli.indicators;

import org.jspecify.annotations.NullMarked;
