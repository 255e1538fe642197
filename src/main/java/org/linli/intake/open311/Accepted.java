package org.linli.intake.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * What a client is told when it has reported something.
 *
 * @param serviceRequestId the number of the case; of what is not public, the tracking code
 * @param serviceNotice tells the reporter their tracking code
 */
@Classified(FieldClass.C1)
record Accepted(
        @JsonProperty("service_request_id") String serviceRequestId,
        @JsonProperty("service_notice") String serviceNotice,
        @JsonProperty("account_id") @Nullable String accountId) {}
