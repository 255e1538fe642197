package org.linli.access;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.postgres.ConnectionSettings;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * On whose behalf the running code asks the database, and so which rows there are for it. Each
 * request has its caller's; what runs without a caller says by name that it acts for the system.
 * Without one there are no rows of anybody.
 */
public final class AccessContext {

    private static final ScopedValue<AccessContext> CURRENT = ScopedValue.newInstance();

    private final String name;
    private final List<String> settings;

    private AccessContext(String name, List<String> settings) {
        this.name = name;
        this.settings = settings;
    }

    /** That of a caller: the cases they may see. */
    public static AccessContext of(Actor actor) {
        return of(actor, Policy.scope(actor, Action.CASE_READ));
    }

    /** That of a caller, and besides it all that lies at this very place. */
    public static AccessContext of(Actor actor, String path) {
        var scope = Policy.scope(actor, Action.CASE_READ);
        var areas = Stream.concat(scope.areaPaths().stream(), Stream.of(path)).toList();
        return of(actor, new Scope(areas, scope.units(), scope.actorId()));
    }

    private static AccessContext of(Actor actor, Scope scope) {
        return new AccessContext(
                actor.id(),
                List.of(array(scope.areaPaths()), array(scope.units()), scope.actorId()));
    }

    /**
     * That of work nobody called for, or that has to look further than its caller may.
     *
     * @param what the work, in a few words
     */
    public static AccessContext system(String what) {
        return new AccessContext(what, ConnectionSettings.EVERYTHING);
    }

    /** Does work of the system's own. */
    public static void asSystem(String what, Runnable work) {
        system(what).run(work);
    }

    /** Does work of the system's own. */
    public static <T> T asSystem(String what, Supplier<T> work) {
        return system(what).call(work::get);
    }

    /** Work that another thread will do on behalf of who asks for it here. */
    public static Runnable carriedBy(Runnable work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        var current = CURRENT.get();
        return () -> current.run(work);
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    public <T extends @Nullable Object, X extends Throwable> T call(
            ScopedValue.CallableOp<T, X> work) throws X {
        requireNoOther();
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** A transaction has its connection already, which works for whoever began it. */
    private void requireNoOther() {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !settings.equals(settingsNow())) {
            throw new IllegalStateException("A transaction of another is open: " + name);
        }
    }

    static List<String> settingsNow() {
        return CURRENT.isBound() ? CURRENT.get().settings : ConnectionSettings.NOBODY;
    }

    /** As PostgreSQL reads an array; an empty one as if nothing were said. */
    private static String array(List<String> texts) {
        return texts.isEmpty()
                ? ""
                : texts.stream()
                        .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
                        .collect(Collectors.joining("\",\"", "{\"", "\"}"));
    }

    @Override
    public String toString() {
        return name;
    }
}
