package org.linli.indicators;

import java.time.Instant;
import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * The few figures that a role works by, of an area as it is now.
 *
 * @param role whose board it is
 * @param asOf the moment it shows, at most some seconds ago
 * @param rolledUp whether it was read off the roll-ups, rather than counted from the cases
 * @param names its figures, at most eight, in order
 * @param figures of the whole area
 * @param groups of its parts; empty where nothing is told apart
 */
@Classified(FieldClass.C0)
record Board(
        String role,
        Instant asOf,
        boolean rolledUp,
        List<String> names,
        List<Figure> figures,
        List<Figure> groups) {

    Board {
        names = List.copyOf(names);
        figures = List.copyOf(figures);
        groups = List.copyOf(groups);
    }
}
