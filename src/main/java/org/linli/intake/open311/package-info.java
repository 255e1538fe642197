/** Open311 GeoReport v2: the way in, and to look, for clients of others that know no Linli. */
@NullMarked
package org.linli.intake.open311;

import org.jspecify.annotations.NullMarked;
