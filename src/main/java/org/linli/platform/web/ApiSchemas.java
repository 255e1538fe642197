package org.linli.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.FieldClass;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How records show in the API's description: under which name, and which fields are needed. */
@Configuration(proxyBeanMethods = false)
class ApiSchemas {

    private static final String ROOT = "org.linli.";

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NamedByModule());
    }

    @Bean
    ModelConverter neededUnlessNullable() {
        return new NeededUnlessNullable();
    }

    /** Two modules may each have their {@code Shown}: the module's name tells them apart. */
    private static final class NamedByModule extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            if (!type.getName().startsWith(ROOT)) {
                return super.getNameOfClass(type);
            }
            var parts = new ArrayDeque<String>();
            for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
                parts.addFirst(at.getSimpleName().replaceFirst("Controller$", ""));
            }
            var module = type.getName().substring(ROOT.length()).replaceFirst("\\..*", "");
            var name = String.join("", parts);
            return name.toLowerCase(java.util.Locale.ROOT).startsWith(module)
                    ? name
                    : Character.toUpperCase(module.charAt(0)) + module.substring(1) + name;
        }
    }

    /** Says of a record's fields what {@link StrictJson} holds them to. */
    private static final class NeededUnlessNullable implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            var schema = chain.next().resolve(type, context, chain);
            var raw = rawClass(type);
            if (schema != null && raw != null && raw.isRecord()) {
                describe(raw, defined(schema, context));
            }
            return schema;
        }

        private static @Nullable Class<?> rawClass(AnnotatedType type) {
            return switch (type.getType()) {
                case JavaType java -> java.getRawClass();
                case Class<?> plain -> plain;
                default -> null;
            };
        }

        private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
            var reference = schema.get$ref();
            if (reference == null) {
                return schema;
            }
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return context.getDefinedModels().getOrDefault(name, schema);
        }

        private static void describe(Class<?> type, Schema<?> schema) {
            if (schema.getProperties() == null || !type.getName().startsWith(ROOT)) {
                return;
            }
            var needed =
                    Arrays.stream(type.getRecordComponents())
                            .filter(NeededUnlessNullable::isNeeded)
                            .map(RecordComponent::getName)
                            .filter(schema.getProperties()::containsKey)
                            .toList();
            schema.setRequired(needed.isEmpty() ? null : needed);
            Arrays.stream(type.getRecordComponents())
                    .forEach(field -> classify(field, schema.getProperties().get(field.getName())));
        }

        /** Says of a field of an answer how far it can hurt somebody. */
        private static void classify(RecordComponent field, @Nullable Schema<?> property) {
            if (property != null && property.get$ref() == null) {
                FieldClass.of(field)
                        .ifPresent(fields -> property.addExtension("x-class", fields.name()));
            }
        }

        private static boolean isNeeded(RecordComponent field) {
            return !field.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !Collection.class.isAssignableFrom(field.getType())
                    && !Map.class.isAssignableFrom(field.getType());
        }
    }
}
