package org.linli.intake;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Operations;
import org.linli.platform.web.BodyLimit;
import org.linli.platform.words.Languages;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a device did while it had no network, sent in one go. */
@RestController
class OperationsController {

    private static final long LARGEST_BATCH = 8 << 20;

    private final Batch batch;
    private final Operations operations;

    OperationsController(Batch batch, Operations operations) {
        this.batch = batch;
        this.operations = operations;
    }

    /** Each is read by itself, so that one that cannot be read spoils no other. */
    record BatchRequest(
            @ArraySchema(schema = @Schema(implementation = Batch.Item.class))
                    List<@Nullable JsonNode> operations) {}

    /**
     * @param epoch as in receipts
     */
    @Classified(FieldClass.C1)
    record BatchAnswer(List<BatchResult> results, int epoch) {}

    @Permission(Action.CASE_REPORT)
    @BodyLimit(LARGEST_BATCH)
    @PostMapping("/api/v1/operations")
    BatchAnswer perform(
            Actor actor, @RequestBody BatchRequest request, HttpServletRequest servletRequest) {
        var results = batch.perform(actor, request.operations(), Languages.of(servletRequest));
        return new BatchAnswer(results, operations.epoch());
    }
}
