@NullMarked
package org.linli.platform.transfer;

import org.jspecify.annotations.NullMarked;
