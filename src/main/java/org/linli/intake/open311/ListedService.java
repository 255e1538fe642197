package org.linli.intake.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A matter as a client lists it.
 *
 * @param metadata whether there are questions of its own
 */
@Classified(FieldClass.C0)
record ListedService(
        @JsonProperty("service_code") String serviceCode,
        @JsonProperty("service_name") String serviceName,
        String description,
        boolean metadata,
        String type,
        String keywords,
        String group) {}
