@NullMarked
package org.linli.bench.lifecycle;

import org.jspecify.annotations.NullMarked;
