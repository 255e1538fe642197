@NullMarked
package org.linli.bench.queries;

import org.jspecify.annotations.NullMarked;
