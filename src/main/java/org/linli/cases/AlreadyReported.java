package org.linli.cases;

import java.util.Map;
import java.util.Optional;
import org.linli.platform.problem.Problem;

/** The sending system handed the same thing over before, in another operation. */
public final class AlreadyReported extends Problem {

    private final transient Map<String, Object> details;

    private AlreadyReported(String code, Map<String, Object> details, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
        this.details = details;
    }

    /**
     * @param caseNo the case it has become; empty where the caller may not see it
     */
    static AlreadyReported as(Optional<String> caseNo, String sourceSystem, String externalId) {
        return caseNo.map(no ->
                        new AlreadyReported(
                                "case/already-reported",
                                Map.of("caseNo", no),
                                sourceSystem,
                                externalId,
                                no))
                .orElseGet(() ->
                        new AlreadyReported(
                                "case/already-reported-elsewhere",
                                Map.of(),
                                sourceSystem,
                                externalId));
    }

    /** The case it has become; empty where the caller may not see it. */
    public Optional<String> caseNo() {
        return Optional.ofNullable(details.get("caseNo")).map(Object::toString);
    }

    @Override
    public Map<String, Object> details() {
        return details;
    }
}
