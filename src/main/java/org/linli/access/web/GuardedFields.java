package org.linli.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Clearance;
import org.linli.access.Told;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.fields.Masked;
import org.linli.platform.fields.Masks;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The last wall (SECURITY §4.2): of people, an answer holds what {@link Told} says that its reader
 * may be told, and masks in place of the rest. Forgetting to mask shows too little, never too much.
 * Fields that are of no person cost nothing.
 */
@Component
class GuardedFields extends SimpleModule {

    GuardedFields() {
        addSerializer(new ToldAsCleared());
        setSerializerModifier(new GuardsOfPeople());
    }

    private static final class ToldAsCleared extends StdSerializer<Told<?>> {

        ToldAsCleared() {
            super(Told.class);
        }

        @Override
        public void serialize(Told<?> told, JsonGenerator json, SerializationContext context) {
            var around = context.getAttribute(Clearance.class);
            context.setAttribute(Clearance.class, told.clearance());
            context.writeValue(json, told.answer());
            context.setAttribute(Clearance.class, around);
        }
    }

    private static final class GuardsOfPeople extends ValueSerializerModifier {

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config,
                BeanDescription.Supplier type,
                List<BeanPropertyWriter> properties) {
            properties.replaceAll(GuardsOfPeople::guarded);
            return properties;
        }

        private static BeanPropertyWriter guarded(BeanPropertyWriter property) {
            return property.getType().hasRawClass(Masked.class)
                    ? property
                    : fieldClass(property.getMember())
                            .filter(fields -> fields.covers(FieldClass.C2))
                            .<BeanPropertyWriter>map(fields -> new Guarded(property, fields))
                            .orElse(property);
        }

        private static Optional<FieldClass> fieldClass(AnnotatedMember member) {
            var type = member.getDeclaringClass();
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(field -> field.getName().equals(member.getName()))
                            .findFirst()
                            .flatMap(FieldClass::of)
                    : Optional.empty();
        }
    }

    /** A field that is written as it is to whoever may be told it, and masked to others. */
    private static final class Guarded extends BeanPropertyWriter {

        private final FieldClass fields;

        Guarded(BeanPropertyWriter property, FieldClass fields) {
            super(property);
            this.fields = fields;
        }

        @Override
        public void serializeAsProperty(
                Object answer, JsonGenerator json, SerializationContext context) throws Exception {
            if (mayBeTold(context.getAttribute(Clearance.class)) || get(answer) == null) {
                super.serializeAsProperty(answer, json, context);
            } else if (getType().hasRawClass(String.class)) {
                json.writeStringProperty(getName(), Masks.HIDDEN);
            } else {
                json.writeNullProperty(getName());
            }
        }

        private boolean mayBeTold(@Nullable Object clearance) {
            return clearance instanceof Clearance given && given.covers(fields);
        }
    }
}
