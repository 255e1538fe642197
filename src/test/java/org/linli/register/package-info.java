@NullMarked
package org.linli.register;

import org.jspecify.annotations.NullMarked;
