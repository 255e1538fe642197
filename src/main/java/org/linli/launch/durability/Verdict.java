package org.linli.launch.durability;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.launch.durability.Server.Listed;

/**
 * What the journal says of the server.
 *
 * @param acknowledged reports that were acknowledged
 * @param lost those that are not there, or under another number
 * @param doubled those that are there more than once
 * @param numbers how many different case numbers they have
 * @param untraced reports without exactly one event in the audit trail, or a trail that is not
 *     whole
 */
public record Verdict(
        long acknowledged,
        List<String> lost,
        List<String> doubled,
        long numbers,
        List<String> untraced) {

    public Verdict {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        untraced = List.copyOf(untraced);
    }

    static Verdict of(List<Acknowledged> journal, List<Listed> stored, Traces traces) {
        Map<String, List<Listed>> byOperation =
                stored.stream().collect(Collectors.groupingBy(Verdict::operation));
        var lost =
                journal.stream()
                        .filter(report ->
                                byOperation
                                        .getOrDefault(report.opId().toString(), List.of())
                                        .stream()
                                        .noneMatch(one -> one.caseNo().equals(report.caseNo())))
                        .map(Acknowledged::line)
                        .toList();
        var doubled =
                byOperation.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList();
        var numbers = stored.stream().map(Listed::caseNo).distinct().count();
        return new Verdict(journal.size(), lost, doubled, numbers, traces.faults(stored));
    }

    /** Nothing lost, nothing doubled, every number of one report only, and each with its trace. */
    public boolean holds() {
        return lost.isEmpty() && doubled.isEmpty() && numbers == acknowledged && untraced.isEmpty();
    }

    private static String operation(Listed listed) {
        return listed.text().substring(listed.text().lastIndexOf(' ') + 1);
    }

    /** All lists in words, for whoever has to find out why. */
    public List<String> faults() {
        return Stream.of(
                        lost.stream().map("lost "::concat),
                        doubled.stream().map("doubled "::concat),
                        untraced.stream().map("untraced "::concat))
                .flatMap(Function.identity())
                .toList();
    }
}
