package org.linli.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * What somebody reported, as they follow it by their code.
 *
 * @param it the case they reported, or the one it was merged into
 * @param parts the cases it was split into, each of which goes its own way; empty for most
 */
@Classified(FieldClass.C1)
public record TrackedConcern(@JsonUnwrapped TrackedCase it, List<TrackedCase> parts) {

    public TrackedConcern {
        parts = List.copyOf(parts);
    }

    /** Whether nothing is left to do about any of it. */
    public boolean over() {
        return parts.isEmpty()
                ? CaseState.OVER.contains(it.state())
                : parts.stream().allMatch(part -> CaseState.OVER.contains(part.state()));
    }
}
