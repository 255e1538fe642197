@NullMarked
package org.linli.platform.words;

import org.jspecify.annotations.NullMarked;
