/** How fast boards are, what keeping count costs, and how far it lags behind. */
@NullMarked
package org.linli.bench.dashboard;

import org.jspecify.annotations.NullMarked;
