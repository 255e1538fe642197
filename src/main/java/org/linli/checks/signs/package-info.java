/**
 * What looks like gaming (DOMAIN §3.4). Each sign is a pure function with a threshold that is said
 * aloud; all it does is bring a case before a person, who hears whoever is concerned.
 */
@NullMarked
package org.linli.checks.signs;

import org.jspecify.annotations.NullMarked;
