/**
 * Logs and those who follow them: what happens after something happened, once, and never at once.
 */
@NullMarked
package org.linli.platform.log;

import org.jspecify.annotations.NullMarked;
