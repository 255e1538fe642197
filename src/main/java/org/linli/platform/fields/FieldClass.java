package org.linli.platform.fields;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How far what is told can hurt somebody, and so what it takes to be told it. */
public enum FieldClass {
    /** Of no person: a matter, a place, a count. */
    C0,
    /** Of work on a case: what was reported, who did what in their post. */
    C1,
    /** Of a person who has a name or can be reached: for a purpose. */
    C2,
    /**
     * Sensitive: an identity number, who reported somebody, a need. One at a time, by who stands
     * there.
     */
    C3;

    /** Whether whoever may be told what is this delicate may be told that as well. */
    public boolean covers(FieldClass other) {
        return other.compareTo(this) <= 0;
    }

    /** What is said of a field: beside it, else of its record, else of the type around that. */
    public static Optional<FieldClass> of(RecordComponent field) {
        var around =
                Stream.<Class<?>>iterate(
                        field.getDeclaringRecord(), Objects::nonNull, Class::getEnclosingClass);
        return Stream.<AnnotatedElement>concat(Stream.of(field), around)
                .filter(place -> place.isAnnotationPresent(Classified.class))
                .map(place -> place.getAnnotation(Classified.class).value())
                .findFirst();
    }
}
