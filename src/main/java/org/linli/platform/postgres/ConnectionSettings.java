package org.linli.platform.postgres;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the database is told of whoever a connection works for, so that it can show them their own
 * rows and no others. The module that knows who that is answers.
 */
public interface ConnectionSettings {

    /** The paths of areas, the units and the id of whoever acts, as row security reads them. */
    List<String> NAMES = List.of("linli.areas", "linli.units", "linli.actor");

    /** Of nobody: there are no rows for them. */
    List<String> NOBODY = List.of("", "", "");

    /** Of what concerns every row, such as a migration. */
    List<String> EVERYTHING = List.of("{/}", "", "system");

    /** Tells a connection that it concerns every row. */
    String TELL_EVERYTHING =
            IntStream.range(0, NAMES.size())
                    .mapToObj(i -> "set %s = '%s'".formatted(NAMES.get(i), EVERYTHING.get(i)))
                    .collect(Collectors.joining("; "));

    /** The values of the settings for whoever acts now, in the order of their names. */
    List<String> now();
}
