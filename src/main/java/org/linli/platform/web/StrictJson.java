package org.linli.platform.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * Holds JSON to what our records promise: what is not {@code @Nullable} must be there, a list that
 * is not there is empty, unless it says that it may be missing, and holds no gaps, text is text
 * that the database can keep, a time is written out, and no number stands for either.
 */
@Component
class StrictJson extends SimpleModule {

    StrictJson() {
        addDeserializer(String.class, new StorableText());
        addDeserializer(Instant.class, new WrittenOutTime());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new NeededUnlessNullable());
    }

    private static final class StorableText extends StringDeserializer {

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            var text = json.getString();
            if (!Text.isStorable(text)) {
                var field = json.currentName();
                throw new InvalidValue("request/characters", field == null ? "[]" : field);
            }
            return text;
        }
    }

    private static final class WrittenOutTime extends StdScalarDeserializer<Instant> {

        WrittenOutTime() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            var text = json.getString();
            try {
                return DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
            } catch (DateTimeException wrong) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "no time");
            }
        }
    }

    private static final class NeededUnlessNullable extends NopAnnotationIntrospector {

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            if (!(annotated instanceof AnnotatedParameter parameter) || !isOurs(parameter)) {
                return JsonSetter.Value.empty();
            }
            var type = parameter.getRawType();
            if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
                return JsonSetter.Value.construct(
                        isNullable(parameter) ? Nulls.SET : Nulls.AS_EMPTY,
                        holdsNullable(parameter) ? Nulls.SET : Nulls.FAIL);
            }
            return isNullable(parameter)
                    ? JsonSetter.Value.empty()
                    : JsonSetter.Value.forValueNulls(Nulls.FAIL);
        }

        private static boolean isOurs(AnnotatedParameter parameter) {
            var owner = parameter.getDeclaringClass();
            return owner.isRecord() && owner.getName().startsWith("org.linli.");
        }

        private static boolean holdsNullable(AnnotatedParameter parameter) {
            return annotatedType(parameter) instanceof AnnotatedParameterizedType generic
                    && Arrays.stream(generic.getAnnotatedActualTypeArguments())
                            .anyMatch(held -> held.isAnnotationPresent(Nullable.class));
        }

        private static boolean isNullable(AnnotatedParameter parameter) {
            return annotatedType(parameter).isAnnotationPresent(Nullable.class);
        }

        private static AnnotatedType annotatedType(AnnotatedParameter parameter) {
            var constructor = (Executable) parameter.getOwner().getAnnotated();
            return constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
        }
    }
}
