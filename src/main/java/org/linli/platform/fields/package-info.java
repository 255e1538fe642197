/** How far what an answer tells can hurt somebody, and what everybody sees of it instead. */
@NullMarked
package org.linli.platform.fields;

import org.jspecify.annotations.NullMarked;
