package org.linli.bench.locate;

/**
 * How large a measurement is.
 *
 * @param cells how many cells the province has
 * @param bends straight pieces of one side of a cell
 * @param points located by the index in each round; the peers get fewer
 * @param rounds interleaved; the median counts
 * @param borderPoints on shared edges and vertices
 */
record Options(
        int cells, int bends, int points, int rounds, int borderPoints, long seed, boolean json) {

    private static final String USAGE =
            "bench locate [--cells N] [--bends N] [--points N] [--rounds N] [--border-points N]"
                    + " [--seed N] [--json]";

    static Options of(String... words) {
        var options = new Options(61_000, 14, 5_000_000, 5, 1_000_000, 1, false);
        for (var i = 0; i < words.length; i++) {
            var word = words[i];
            options =
                    word.equals("--json")
                            ? options.asJson()
                            : options.with(word, number(word, ++i, words));
        }
        return options;
    }

    private static int number(String word, int at, String... words) {
        try {
            var value = Integer.parseInt(at < words.length ? words[at] : "");
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException(word + " takes a number above 0: " + USAGE);
    }

    private Options with(String word, int value) {
        return switch (word) {
            case "--cells" -> new Options(value, bends, points, rounds, borderPoints, seed, json);
            case "--bends" -> new Options(cells, value, points, rounds, borderPoints, seed, json);
            case "--points" -> new Options(cells, bends, value, rounds, borderPoints, seed, json);
            case "--rounds" -> new Options(cells, bends, points, value, borderPoints, seed, json);
            case "--border-points" -> new Options(cells, bends, points, rounds, value, seed, json);
            case "--seed" -> new Options(cells, bends, points, rounds, borderPoints, value, json);
            default -> throw new IllegalArgumentException(word + " is not known: " + USAGE);
        };
    }

    private Options asJson() {
        return new Options(cells, bends, points, rounds, borderPoints, seed, true);
    }
}
