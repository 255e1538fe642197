@NullMarked
package org.linli.vault;

import org.jspecify.annotations.NullMarked;
