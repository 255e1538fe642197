package org.linli.cases.history;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.linli.access.AccessContext;

/**
 * Does one thing after the other a step behind its caller, who meanwhile prepares the next: so one
 * core reads a file while the other stores it.
 */
final class Behind implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private CompletableFuture<Void> doing = CompletableFuture.completedFuture(null);

    /** Begins something once what was begun before is done; what that failed with is thrown. */
    void begin(Runnable next) {
        await();
        doing = CompletableFuture.runAsync(AccessContext.carriedBy(next), thread);
    }

    /** Waits until everything is done; what it failed with is thrown. */
    void await() {
        try {
            doing.join();
        } catch (CompletionException failed) {
            doing = CompletableFuture.completedFuture(null);
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
