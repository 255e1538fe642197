/** What people prove who they are with: passwords, codes, and how often one may be wrong. */
@NullMarked
package org.linli.access.factor;

import org.jspecify.annotations.NullMarked;
