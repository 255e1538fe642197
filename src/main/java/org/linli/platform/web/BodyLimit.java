package org.linli.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets a handler read a larger JSON body than {@link #USUAL} bytes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /** Plenty for one thing a person has written. */
    long USUAL = 1 << 20;

    /** The most bytes of body that the handler reads. */
    long value();
}
