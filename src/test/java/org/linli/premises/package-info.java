@NullMarked
package org.linli.premises;

import org.jspecify.annotations.NullMarked;
