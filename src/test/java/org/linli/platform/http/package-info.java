@NullMarked
package org.linli.platform.http;

import org.jspecify.annotations.NullMarked;
