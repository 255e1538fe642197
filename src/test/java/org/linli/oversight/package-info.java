@NullMarked
package org.linli.oversight;

import org.jspecify.annotations.NullMarked;
