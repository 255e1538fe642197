package org.linli.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.springframework.http.ProblemDetail;

/**
 * What became of one operation of a batch: the answer it would have got by itself.
 *
 * @param opId as it was sent; null where it could not be read
 * @param body as JSON; null where there is a problem
 * @param problem null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Classified(FieldClass.C1)
record BatchResult(
        @JsonInclude @Nullable String opId,
        int status,
        @JsonRawValue @Schema(implementation = Object.class) @Nullable String body,
        @Nullable ProblemDetail problem) {

    static BatchResult of(@Nullable String opId, Answer answer) {
        return new BatchResult(opId, answer.status(), answer.body(), null);
    }

    static BatchResult of(@Nullable String opId, ProblemDetail problem) {
        return new BatchResult(opId, problem.getStatus(), null, problem);
    }
}
