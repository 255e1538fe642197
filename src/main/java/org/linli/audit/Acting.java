package org.linli.audit;

import java.lang.ScopedValue.CallableOp;

/** Who acts on this thread, for code that is not told: the trail names nobody else. */
public final class Acting {

    /** Linli itself, at start and in its jobs. */
    public static final String SYSTEM = "system";

    /** Whoever has a command line and the data directory. */
    public static final String CONSOLE = "console";

    private static final ScopedValue<String> WHO = ScopedValue.newInstance();

    private Acting() {}

    /** Does a piece of work in the name of an actor. */
    public static <R, X extends Throwable> R as(String actor, CallableOp<R, X> work) throws X {
        return ScopedValue.where(WHO, actor).call(work);
    }

    /** The id of who acts. */
    public static String who() {
        return WHO.orElse(SYSTEM);
    }
}
