@NullMarked
package org.linli.oncall;

import org.jspecify.annotations.NullMarked;
