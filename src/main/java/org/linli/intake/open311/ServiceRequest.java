package org.linli.intake.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * A case as a client reads it. Of what its reporter wrote, only they see anything, by their
 * tracking code; others read the name of the matter.
 */
@Classified(FieldClass.C1)
record ServiceRequest(
        @JsonProperty("service_request_id") String serviceRequestId,
        String status,
        @JsonProperty("status_notes") String statusNotes,
        @JsonProperty("service_name") @Nullable String serviceName,
        @JsonProperty("service_code") @Nullable String serviceCode,
        @Nullable String description,
        @JsonProperty("agency_responsible") @Nullable String agencyResponsible,
        @JsonProperty("service_notice") @Nullable String serviceNotice,
        @JsonProperty("requested_datetime") Instant requestedDatetime,
        @JsonProperty("updated_datetime") Instant updatedDatetime,
        @JsonProperty("expected_datetime") @Nullable Instant expectedDatetime,
        @Nullable String address,
        @JsonProperty("address_id") @Nullable String addressId,
        @Nullable String zipcode,
        @Nullable Double lat,
        @JsonProperty("long") @Nullable Double longitude,
        @JsonProperty("media_url") @Nullable String mediaUrl) {}
