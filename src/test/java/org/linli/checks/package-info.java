@NullMarked
package org.linli.checks;

import org.jspecify.annotations.NullMarked;
