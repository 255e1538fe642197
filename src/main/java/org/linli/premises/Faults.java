package org.linli.premises;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Actor;
import org.linli.cases.Cases;
import org.linli.cases.Contact;
import org.linli.cases.NewReport;
import org.linli.cases.Place;
import org.linli.cases.Placement;
import org.linli.cases.Source;
import org.linli.platform.operation.Operations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes each fault a case, which somebody mends and another checks as any other (隐患 → 整改). */
@Component
class Faults {

    private final Cases cases;
    private final Operations operations;
    private final JsonMapper json;

    Faults(Cases cases, Operations operations, JsonMapper json) {
        this.cases = cases;
        this.operations = operations;
        this.json = json;
    }

    /** The check with the number of its case beside each fault. */
    Inspection reported(
            Actor actor, Inspection inspected, Checklist list, Map<Integer, List<UUID>> photos) {
        return inspected.with(
                inspected.findings().stream()
                        .map(finding ->
                                finding.isFault()
                                        ? finding.inCase(
                                                report(
                                                        actor,
                                                        inspected,
                                                        list,
                                                        finding,
                                                        photos.getOrDefault(
                                                                finding.itemNo(), List.of())))
                                        : finding)
                        .toList());
    }

    private String report(
            Actor actor, Inspection inspected, Checklist list, Finding fault, List<UUID> photos) {
        var task = inspected.task();
        var item = list.item(fault.itemNo()).orElseThrow();
        var report =
                new NewReport(
                        Source.PATROL,
                        "%s：%s。%s".formatted(task.premises(), item.zh(), fault.note()).strip(),
                        item.matterCode(),
                        null,
                        place(task),
                        Contact.NONE,
                        photos,
                        null,
                        null,
                        null,
                        null);
        var name = "premises/" + inspected.id() + "/" + fault.itemNo();
        var opId = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var receipt = cases.report(actor, () -> report, operations.of(actor.id(), opId, name));
        return json.readTree(receipt.body()).get("caseNo").asString();
    }

    private static Place place(Inspection.Task task) {
        return new Place(
                Placement.PLACED,
                task.position(),
                task.countyCode(),
                task.cellCode(),
                task.path(),
                task.address());
    }
}
