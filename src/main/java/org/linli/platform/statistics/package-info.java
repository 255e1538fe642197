/** How far what was seen in a sample can be taken for all. */
@NullMarked
package org.linli.platform.statistics;

import org.jspecify.annotations.NullMarked;
