@NullMarked
package org.linli.platform.operation;

import org.jspecify.annotations.NullMarked;
