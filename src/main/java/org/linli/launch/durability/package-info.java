/** Kills a running Linli under load, and looks whether anything it acknowledged was lost. */
@NullMarked
package org.linli.launch.durability;

import org.jspecify.annotations.NullMarked;
