@NullMarked
package org.linli.audit;

import org.jspecify.annotations.NullMarked;
