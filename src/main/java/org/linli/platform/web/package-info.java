@NullMarked
package org.linli.platform.web;

import org.jspecify.annotations.NullMarked;
