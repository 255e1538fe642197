package org.linli.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller must be allowed to do, somewhere at least, to be let in at a route. Where the thing
 * itself decides, the handler asks {@link Policy#decide} as well. A route with neither this nor
 * {@link OpenToAll} does not start.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permission {
    Action value();
}
