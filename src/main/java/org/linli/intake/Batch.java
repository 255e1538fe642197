package org.linli.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.cases.Cases;
import org.linli.cases.StepRequest;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.ItemProblems;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does many operations in order, each by itself: one that fails says so in its place. */
@Component
class Batch {

    static final int MOST = 500;

    private final Intake intake;
    private final Cases cases;
    private final Operations operations;
    private final JsonMapper json;
    private final Clock clock;

    Batch(Intake intake, Cases cases, Operations operations, JsonMapper json, Clock clock) {
        this.intake = intake;
        this.cases = cases;
        this.operations = operations;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param kind {@code report} or {@code step}
     * @param body as its own address takes it, but for the operation id; a step names its {@code
     *     caseNo} besides
     * @param occurredAt when it was done, if not now
     */
    record Item(
            UUID opId,
            String kind,
            @Schema(implementation = Object.class) JsonNode body,
            @Nullable Instant occurredAt) {

        Item {
            if (!body.isObject()) {
                throw new InvalidValue("request/field", "body");
            }
        }

        ObjectNode fields() {
            return body.deepCopy().asObject();
        }
    }

    /**
     * @throws TooManyOperations if there are more than {@value #MOST}
     */
    List<BatchResult> perform(Actor actor, List<@Nullable JsonNode> items, Locale locale) {
        if (items.size() > MOST) {
            throw new TooManyOperations(items.size(), MOST);
        }
        return items.stream().map(item -> performed(actor, item, locale)).toList();
    }

    private BatchResult performed(Actor actor, @Nullable JsonNode node, Locale locale) {
        var sentId = node == null ? null : node.path("opId").stringValue(null);
        try {
            if (node == null || !node.isObject()) {
                throw new InvalidValue("request/field", "operations");
            }
            return BatchResult.of(sentId, answer(actor, json.treeToValue(node, Item.class)));
        } catch (RuntimeException failed) {
            return BatchResult.of(sentId, ItemProblems.detail(failed, locale));
        }
    }

    private Answer answer(Actor actor, Item item) {
        return switch (item.kind()) {
            case "report" -> report(actor, item);
            case "step" -> step(actor, item);
            case String other -> throw new InvalidValue("operation/unknown-kind", "kind", other);
        };
    }

    private Answer report(Actor actor, Item item) {
        var request = read(item, item.fields(), ReportRequest.class);
        return intake.report(actor, request.seen(item.occurredAt()));
    }

    private Answer step(Actor actor, Item item) {
        var body = item.fields();
        var caseNo = body.remove("caseNo");
        if (caseNo == null || !caseNo.isString()) {
            throw InvalidValue.missing("caseNo");
        }
        var request = read(item, body, StepRequest.class).done(null);
        var said = Map.of("caseNo", caseNo.stringValue(), "step", request);
        var operation = operations.of(actor.id(), item.opId(), said);
        return operations.once(
                operation,
                () -> {
                    var doneAt = Occurrence.checked(item.occurredAt(), clock.instant());
                    var step = request.done(doneAt);
                    return cases.take(actor, caseNo.stringValue(), step, operation);
                });
    }

    private <T> T read(Item item, ObjectNode body, Class<T> type) {
        return json.treeToValue(body.put("opId", item.opId().toString()), type);
    }
}
