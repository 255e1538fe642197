package org.linli.bench.fairness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./linli bench fairness}: district-months with planted wrongs, through the flow, the
 * attribution and the signs as they run in the product. Prints on whom delays fall, which part of
 * what was planted comes before a person, and which part of what was honest does. Options: {@code
 * --months 500}, {@code --seed 1}, {@code --seeds 3} (so many in a row, for the range), {@code
 * --json}.
 */
final class FairnessBench {

    private static final int MISUSED = 2;
    private static final double DELAYS = 0.99;
    private static final double CAUGHT = 0.9;
    private static final double HONEST = 0.05;

    private FairnessBench() {}

    static void main(String[] words) {
        try {
            System.exit(run(List.of(words)));
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.exit(MISUSED);
        }
    }

    private static int run(List<String> words) {
        var months = number(words, "--months", 500);
        var seed = number(words, "--seed", 1);
        var seeds = number(words, "--seeds", 3);
        var tallies = new LinkedHashMap<Integer, Tally>();
        for (var one = seed; one < seed + seeds; one++) {
            tallies.put(one, tally(months, one));
        }
        if (words.contains("--json")) {
            var told = new LinkedHashMap<String, Object>();
            told.put("months", months);
            tallies.forEach((of, tally) -> told.put("seed " + of, tally.figures()));
            System.out.println(JsonMapper.shared().writeValueAsString(told));
        } else {
            print(months, tallies);
        }
        return tallies.values().stream().allMatch(FairnessBench::reached) ? 0 : 1;
    }

    private static Tally tally(int months, int seed) {
        var parts =
                IntStream.range(0, months)
                        .parallel()
                        .mapToObj(month -> new Month(1_000_003L * seed + month).play())
                        .map(cases -> Map.entry(cases, new Examiner().examine(cases)))
                        .toList();
        var tally = new Tally();
        parts.forEach(part -> part.getKey().forEach(one -> tally.count(one, part.getValue())));
        return tally;
    }

    private static boolean reached(Tally tally) {
        return tally.delays.share() >= DELAYS
                && tally.honest.share() <= HONEST
                && tally.planted.values().stream().allMatch(part -> !(part.share() < CAUGHT));
    }

    private static void print(int months, Map<Integer, Tally> tallies) {
        System.out.printf("%d district-months each of seeds %s%n%n", months, tallies.keySet());
        var all = new ArrayList<>(tallies.values());
        line("delay seconds on whoever caused them (>= 99 %)", all, tally -> tally.delays);
        line("  told as if there were none: under review", all, tally -> tally.hidden);
        line("honest cases that raise a review (<= 5 %)", all, tally -> tally.honest);
        System.out.println();
        System.out.println("planted that raises a review (>= 90 %)");
        for (var wrong : Wrong.values()) {
            line("  " + wrong.title(), all, tally -> of(tally.planted, wrong));
        }
        System.out.println("honest that looks like it, and raises one");
        for (var wrong : Wrong.values()) {
            line("  " + wrong.title(), all, tally -> of(tally.lookingAlike, wrong));
        }
        System.out.println();
        tallies.forEach((seed, tally) ->
                System.out.printf(
                        "seed %d: honest reviews by sign %s%n", seed, tally.honestBySign));
    }

    private static Tally.Part of(Map<Wrong, Tally.Part> parts, Wrong wrong) {
        return java.util.Objects.requireNonNull(parts.get(wrong));
    }

    /** The figure over all seeds, and the range over them. */
    private static void line(String what, List<Tally> all, Function<Tally, Tally.Part> figure) {
        var sum = new Tally.Part();
        all.forEach(tally -> sum.add(figure.apply(tally).some(), figure.apply(tally).among()));
        var shares =
                all.stream().mapToDouble(tally -> figure.apply(tally).share()).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-52s %7.2f %%  (%.2f to %.2f)  n = %,d%n",
                what,
                100 * sum.share(),
                100 * shares[0],
                100 * shares[shares.length - 1],
                sum.among());
    }

    private static int number(List<String> words, String option, int usual) {
        var at = words.indexOf(option);
        if (at < 0) {
            return usual;
        }
        if (at + 1 >= words.size() || !words.get(at + 1).matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(option + " takes a number");
        }
        return Integer.parseInt(words.get(at + 1));
    }
}
