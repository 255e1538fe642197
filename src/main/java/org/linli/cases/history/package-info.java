/**
 * History of cases, in from another system and out again: rows of cases and the steps behind them.
 */
@NullMarked
package org.linli.cases.history;

import org.jspecify.annotations.NullMarked;
