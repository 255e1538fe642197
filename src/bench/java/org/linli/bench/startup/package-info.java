/**
 * From stopped to ready: ours beside a plain fat jar, and our database beside the usual library.
 */
@NullMarked
package org.linli.bench.startup;

import org.jspecify.annotations.NullMarked;
