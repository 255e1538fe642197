package org.linli.bench.fairness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SimulatedCase;
import org.linli.platform.geo.Position;

/** A case of the simulation, with what only the simulation knows of it. */
final class Simulated {

    /** Who caused a stretch of waiting; null for the office. */
    record Cause(Instant from, Instant to, @Nullable String unit) {}

    final SimulatedCase course;
    final Position spot;
    final String cell;
    final String matter;
    final boolean own;
    final Set<String> words;
    final List<Long> photos;
    final List<Cause> causes = new ArrayList<>();

    /** What is wrong with it; null for an honest case. */
    @Nullable Wrong wrong;

    /** When it was really handled; null until it is. */
    @Nullable Instant solvedAt;

    Simulated(
            SimulatedCase course,
            Position spot,
            String cell,
            String matter,
            boolean own,
            Set<String> words,
            List<Long> photos) {
        this.course = course;
        this.spot = spot;
        this.cell = cell;
        this.matter = matter;
        this.own = own;
        this.words = words;
        this.photos = photos;
    }
}
