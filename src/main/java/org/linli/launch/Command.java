package org.linli.launch;

/** One command of {@code ./linli}. */
interface Command {

    /** Everything was done. */
    int DONE = 0;

    /** Nothing was done. */
    int NOTHING_DONE = 1;

    /** A part was done; what was not has been named. */
    int PARTLY_DONE = 2;

    /** Something needed to measure against could not be had. */
    int NOT_MEASURED = 3;

    /** As BSD's sysexits calls it: the command was written wrongly. */
    int WRITTEN_WRONGLY = 64;

    /** Its first word. */
    String name();

    /** What may follow it. */
    Syntax syntax();

    /** Does it, and gives the exit code. */
    int run(Arguments arguments);
}
