package org.linli.intake.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/** Which request a token stands for; our tokens are tracking codes. */
@Classified(FieldClass.C1)
record TokenAnswer(@JsonProperty("service_request_id") String serviceRequestId, String token) {}
