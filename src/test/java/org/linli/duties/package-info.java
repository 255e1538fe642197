@NullMarked
package org.linli.duties;

import org.jspecify.annotations.NullMarked;
