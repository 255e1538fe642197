package org.linli.bench.fairness;

/** What is planted, and the honest cases that look like it. */
enum Wrong {
    /** Invented trifles, solved on paper; beside all that the grid found and solved itself. */
    PADDING("padding with trivial cases"),
    /** Holds asked for to save the date; beside all holds. */
    PARKING("parking on hold"),
    /** A checker who passes one handler's work unseen; beside all work that was checked. */
    COLLUSION("collusion of handler and checker"),
    /** A unit sends back what is its own; beside all that was sent back. */
    SHIRKING("shirking by returns"),
    /** Late work told as done before it was due; beside all that was told later than done. */
    LATE_ENTRY("late entries");

    private final String title;

    Wrong(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
