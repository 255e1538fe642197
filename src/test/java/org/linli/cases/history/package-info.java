@NullMarked
package org.linli.cases.history;

import org.jspecify.annotations.NullMarked;
