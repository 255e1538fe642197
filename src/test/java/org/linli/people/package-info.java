@NullMarked
package org.linli.people;

import org.jspecify.annotations.NullMarked;
