package org.linli.bench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time a process has used, as Linux counts it. */
final class ProcessCpu {

    /** Linux counts in hundredths of a second, whatever its own clock does. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private ProcessCpu() {}

    /** In seconds; nothing for a process that has ended. */
    static double of(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // the name stands in brackets and may hold anything
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
            return ticks / TICKS_A_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }
}
