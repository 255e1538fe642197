/** OGC API Features 1.0: divisions, cells and public cases for the maps of others. */
@NullMarked
package org.linli.exchange.ogc;

import org.jspecify.annotations.NullMarked;
