package org.linli.bench.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time of a PostgreSQL server, all its processes together, from /proc. */
public final class DatabaseCpu {

    /** Linux reports processor time in hundredths of a second. */
    private static final double TICKS_A_SECOND = 100;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int CHILDREN_USER_TIME = 13;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    private final long postmaster;

    public DatabaseCpu(long postmaster) {
        this.postmaster = postmaster;
    }

    /** Seconds used so far, by processes that have ended as well. */
    public double seconds() {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                            .map(process -> process.getFileName().toString())
                            .filter(name -> name.chars().allMatch(Character::isDigit))
                            .mapToLong(this::ticks)
                            .sum()
                    / TICKS_A_SECOND;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long ticks(String process) {
        String[] fields;
        try {
            var stat = Files.readString(Path.of("/proc", process, "stat"));
            fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException ended) {
            return 0;
        }
        if (process.equals(Long.toString(postmaster))) {
            return sum(fields, USER_TIME, SYSTEM_TIME, CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME);
        }
        return fields[PARENT].equals(Long.toString(postmaster))
                ? sum(fields, USER_TIME, SYSTEM_TIME)
                : 0;
    }

    private static long sum(String[] fields, int... places) {
        var sum = 0L;
        for (var place : places) {
            sum += Long.parseLong(fields[place]);
        }
        return sum;
    }
}
