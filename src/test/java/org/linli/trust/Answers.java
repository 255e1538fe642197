package org.linli.trust;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.access.Told;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.fields.Masked;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** What the answer of a route may hold, however deep: the fields of our records. */
final class Answers {

    private static final String ROOT = "org.linli.";

    private final Set<Field> fields = new LinkedHashSet<>();
    private final Set<Class<?>> strangers = new LinkedHashSet<>();

    /**
     * @param told whether the answer says there how much its reader may be told
     */
    record Field(RecordComponent part, boolean told) {

        boolean hasAClass() {
            return FieldClass.of(part).isPresent();
        }

        /** Whether it tells of a person, and not masked. */
        boolean isClear() {
            return !part.getType().equals(Masked.class)
                    && FieldClass.of(part)
                            .filter(fields -> fields.covers(FieldClass.C2))
                            .isPresent();
        }

        @Override
        public String toString() {
            return part.getDeclaringRecord().getName() + "." + part.getName();
        }
    }

    private Answers() {}

    static Answers of(Method handler) {
        var answers = new Answers();
        answers.collect(handler.getGenericReturnType(), false);
        stored(handler).forEach(type -> answers.collect(type, false));
        return answers;
    }

    Stream<Field> fields() {
        return fields.stream();
    }

    /** Types of ours that are neither records nor words, so that nobody knows what goes out. */
    Stream<Class<?>> strangers() {
        return strangers.stream();
    }

    /** Writes answer with stored text: what it says stands in the description. */
    private static Stream<Class<?>> stored(Method handler) {
        return AnnotatedElementUtils.findMergedRepeatableAnnotations(handler, ApiResponse.class)
                .stream()
                .flatMap(answer -> Stream.of(answer.content()))
                .map(content -> content.schema().implementation());
    }

    private void collect(Type type, boolean told) {
        switch (type) {
            case ParameterizedType generic -> {
                collect(generic.getRawType(), told);
                var inside = told || generic.getRawType().equals(Told.class);
                Stream.of(generic.getActualTypeArguments()).forEach(one -> collect(one, inside));
            }
            case WildcardType wild ->
                    Stream.of(wild.getUpperBounds()).forEach(bound -> collect(bound, told));
            case Class<?> array when array.isArray() -> collect(array.getComponentType(), told);
            case Class<?> ours when ours.getName().startsWith(ROOT) -> enter(ours, told);
            default -> {}
        }
    }

    private void enter(Class<?> ours, boolean told) {
        if (ours.isRecord()) {
            Stream.of(ours.getRecordComponents())
                    .filter(part -> fields.add(new Field(part, told)))
                    .forEach(part -> collect(part.getGenericType(), told));
        } else if (ours.isSealed()) {
            Stream.of(ours.getPermittedSubclasses()).forEach(one -> enter(one, told));
        } else if (!ours.isEnum() && ours != Told.class && ours != Masked.class) {
            strangers.add(ours);
        }
    }
}
