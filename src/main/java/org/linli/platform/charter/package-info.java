/** The charter in code: what Linli is never to hold or count, whoever configures it. */
@NullMarked
package org.linli.platform.charter;

import org.jspecify.annotations.NullMarked;
