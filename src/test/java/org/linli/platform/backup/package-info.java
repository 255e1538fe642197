@NullMarked
package org.linli.platform.backup;

import org.jspecify.annotations.NullMarked;
