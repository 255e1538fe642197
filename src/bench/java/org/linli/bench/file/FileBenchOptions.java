package org.linli.bench.file;

/**
 * How much to measure.
 *
 * @param rows in each imported file
 * @param rounds measured; one more is run before to warm up
 * @param seconds of each run over HTTP
 * @param json whether to print for machines
 */
record FileBenchOptions(int rows, int rounds, double seconds, boolean json) {

    static FileBenchOptions of(String[] args) {
        int rows = 100_000;
        int rounds = 3;
        double seconds = 6;
        boolean json = false;
        for (int at = 0; at < args.length; at++) {
            switch (args[at]) {
                case "--rows" -> rows = Integer.parseInt(args[++at]);
                case "--rounds" -> rounds = Integer.parseInt(args[++at]);
                case "--seconds" -> seconds = Double.parseDouble(args[++at]);
                case "--json" -> json = true;
                default ->
                        throw new IllegalArgumentException(
                                "file takes --rows N, --rounds N, --seconds S and --json, not "
                                        + args[at]);
            }
        }
        return new FileBenchOptions(rows, rounds, seconds, json);
    }
}
