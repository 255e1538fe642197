package org.linli.grid;

import java.util.Locale;
import org.linli.grid.topology.Fault;
import org.linli.platform.words.Message;

/** Says what is wrong with the ground of divisions. */
final class Wording {

    private Wording() {}

    static Message of(Fault fault) {
        var codes = String.join(", ", fault.codes());
        var area = area(fault.squareMetres());
        var at = degrees(fault.longitude()) + " " + degrees(fault.latitude());
        return switch (fault.kind()) {
            case INVALID_RING -> Message.of("grid/invalid-ring", codes, area, at);
            case OVERLAP ->
                    Message.of(
                            "grid/overlap",
                            fault.codes().getFirst(),
                            fault.codes().getLast(),
                            area,
                            at);
            case GAP ->
                    fault.parentCode().isEmpty()
                            ? Message.of("grid/hole", codes, area, at)
                            : Message.of("grid/gap", fault.parentCode(), codes, area, at);
            case OUTSIDE_PARENT ->
                    Message.of("grid/outside-parent", codes, fault.parentCode(), area, at);
        };
    }

    /** Whole square metres, smaller ones to two digits. */
    private static String area(double squareMetres) {
        var digits = squareMetres >= 100 ? 0 : squareMetres >= 1 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", squareMetres);
    }

    private static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }
}
