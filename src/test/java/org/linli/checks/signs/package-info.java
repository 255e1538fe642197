@NullMarked
package org.linli.checks.signs;

import org.jspecify.annotations.NullMarked;
