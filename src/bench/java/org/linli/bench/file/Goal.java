package org.linli.bench.file;

/** What was reached, beside what is aimed at. */
record Goal(String what, double reached, String aim, boolean held) {

    static Goal atLeast(String what, double reached, double least) {
        return new Goal(what, reached, ">= " + least, reached >= least);
    }

    static Goal atMost(String what, double reached, double most) {
        return new Goal(what, reached, "<= " + most, reached <= most);
    }

    static Goal below(String what, double reached, double limit) {
        return new Goal(what, reached, "< " + limit, reached < limit);
    }

    static Goal exactly(String what, double reached, double wanted) {
        return new Goal(what, reached, "= %.0f".formatted(wanted), reached == wanted);
    }

    String line() {
        return "%-36s %12.4f  %-12s %s".formatted(what, reached, aim, held ? "held" : "MISSED");
    }
}
