/** Backups: everything an installation knows in a folder, and an installation made from one. */
@NullMarked
package org.linli.platform.backup;

import org.jspecify.annotations.NullMarked;
