/**
 * What is looked at again and again while Linli runs, each by a bean of the module it belongs to.
 */
@NullMarked
package org.linli.platform.rounds;

import org.jspecify.annotations.NullMarked;
