package org.linli.bench.locate;

import java.lang.management.ManagementFactory;
import java.util.function.IntSupplier;

/**
 * Measures work by the processor time of this thread, which others on the machine do not change.
 */
final class CpuClock {

    /** Never read: it keeps the compiler from leaving out work whose result nobody wants. */
    @SuppressWarnings("UnusedVariable")
    private static volatile int kept;

    private CpuClock() {}

    /** What was done in a second of processor time, and what it came to. */
    record Rate(double perSecond, int result) {}

    static Rate rate(int count, IntSupplier work) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        var result = work.getAsInt();
        kept = result;
        var nanos = threads.getCurrentThreadCpuTime() - start;
        return new Rate(count * 1e9 / Math.max(nanos, 1), result);
    }
}
