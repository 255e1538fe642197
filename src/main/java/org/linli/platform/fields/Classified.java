package org.linli.platform.fields;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of which class a field of an answer is. On a type it stands for all fields of its records that
 * say nothing else. A field of ours that goes out without a class fails the build.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Classified {
    FieldClass value();
}
