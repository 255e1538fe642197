/** How access shows over HTTP: who calls, which routes they may take, accounts and tokens. */
@NullMarked
package org.linli.access.web;

import org.jspecify.annotations.NullMarked;
