package org.linli.cases;

import org.linli.grid.Level;

/**
 * The office that a case was sent up or given down to.
 *
 * @param areaCode the division it is the office of
 */
record Rung(Level level, String areaCode) {}
