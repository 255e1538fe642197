@NullMarked
package org.linli.platform.geo;

import org.jspecify.annotations.NullMarked;
