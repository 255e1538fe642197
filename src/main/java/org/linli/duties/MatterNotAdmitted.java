package org.linli.duties;

import java.time.LocalDate;
import java.util.Optional;
import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;

/** A department wanted the matter, and has no live entry that lets it reach the grids. */
public final class MatterNotAdmitted extends Problem {

    /**
     * @param ended the last day of the department's last entry; empty if there never was one
     */
    MatterNotAdmitted(String matter, String department, Optional<LocalDate> ended) {
        super(
                Kind.CONFLICT,
                "duties/matter-not-admitted",
                matter,
                department,
                ended.map(day -> Message.of("duties/has-ended", day.toString()))
                        .orElse(Message.of("duties/never-let-in")));
    }
}
