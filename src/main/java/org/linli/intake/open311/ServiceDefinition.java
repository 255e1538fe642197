package org.linli.intake.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** What is asked besides, when somebody reports a matter. */
@Classified(FieldClass.C0)
record ServiceDefinition(
        @JsonProperty("service_code") String serviceCode, List<Attribute> attributes) {

    ServiceDefinition {
        attributes = List.copyOf(attributes);
    }

    /**
     * @param variable always true: we only ask what is to be answered
     */
    record Attribute(
            boolean variable,
            String code,
            String datatype,
            boolean required,
            @JsonProperty("datatype_description") String datatypeDescription,
            int order,
            String description,
            List<Value> values) {

        Attribute {
            values = List.copyOf(values);
        }
    }

    record Value(String key, String name) {}
}
