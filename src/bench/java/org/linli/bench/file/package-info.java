/** Filing: in bulk beside raw COPY, one by one beside a POST that does nothing. */
@NullMarked
package org.linli.bench.file;

import org.jspecify.annotations.NullMarked;
