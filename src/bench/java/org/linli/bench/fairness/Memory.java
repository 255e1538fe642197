package org.linli.bench.fairness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.checks.signs.Around;
import org.linli.checks.signs.Work;

/** What the signs may look around at, kept in memory in the order it happened. */
final class Memory implements Around {

    private final Map<String, List<Work>> byHand = new HashMap<>();
    private final Map<String, List<Work>> byCell = new HashMap<>();
    private final Map<String, List<Work>> checkedOf = new HashMap<>();
    private final List<Work> checked = new ArrayList<>();
    private final Map<String, Integer> handled = new HashMap<>();

    void handled(Work work) {
        byHand.computeIfAbsent(work.handler(), _ -> new ArrayList<>()).add(work);
        byCell.computeIfAbsent(work.cell(), _ -> new ArrayList<>()).add(work);
        if (work.unit() != null) {
            handled.merge(work.unit() + "|" + work.matter(), 1, Integer::sum);
            handled.merge("|" + work.matter(), 1, Integer::sum);
        }
    }

    void checked(Work work) {
        checkedOf.computeIfAbsent(work.handler(), _ -> new ArrayList<>()).add(work);
        checked.add(work);
    }

    @Override
    public List<Work> byHand(String handler, Instant from, Instant to) {
        return within(byHand.get(handler), from, to);
    }

    @Override
    public List<Work> inCell(String cell, Instant from, Instant to) {
        return within(byCell.get(cell), from, to);
    }

    private static List<Work> within(@Nullable List<Work> all, Instant from, Instant to) {
        return all == null
                ? List.of()
                : all.stream()
                        .filter(work -> !work.handledAt().isBefore(from))
                        .filter(work -> !work.handledAt().isAfter(to))
                        .toList();
    }

    @Override
    public Part ownIn(String cell, Instant from, Instant to) {
        var all = inCell(cell, from, to);
        return new Part(all.stream().filter(Work::own).count(), all.size());
    }

    @Override
    public List<Work> checkedBy(String checker, String handler, Instant from, Instant to) {
        return checkedOf.getOrDefault(handler, List.of()).stream()
                .filter(work -> checker.equals(work.checker()))
                .toList();
    }

    @Override
    public Part partOfHandler(String checker, String handler, Instant from, Instant to) {
        var all = checkedOf.getOrDefault(handler, List.of());
        return new Part(checkedBy(checker, handler, from, to).size(), all.size());
    }

    @Override
    public Part partOfChecker(String checker, String handler, Instant from, Instant to) {
        var cells = new HashSet<String>();
        checkedOf.getOrDefault(handler, List.of()).forEach(work -> cells.add(work.cell()));
        var some = 0L;
        var among = 0L;
        for (var work : checked) {
            if (cells.contains(work.cell()) && !work.handler().equals(handler)) {
                among++;
                some += checker.equals(work.checker()) ? 1 : 0;
            }
        }
        return new Part(some, among);
    }

    @Override
    public Part handledOf(String unit, String matter, Instant from, Instant to) {
        return new Part(
                handled.getOrDefault(unit + "|" + matter, 0),
                handled.getOrDefault("|" + matter, 0));
    }
}
