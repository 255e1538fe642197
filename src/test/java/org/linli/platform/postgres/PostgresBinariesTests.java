package org.linli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTests {

    @Test
    void twoFirstStartsAtOnceUnpackOneSetOfPrograms(@TempDir Path cache) throws Exception {
        var together = new CyclicBarrier(2);
        Callable<PostgresBinaries> start =
                () -> {
                    together.await();
                    return PostgresBinaries.in(cache);
                };
        try (var starts = Executors.newFixedThreadPool(2)) {
            var first = starts.submit(start);
            var second = starts.submit(start);

            assertThat(first.get()).isEqualTo(second.get());
        }
        assertThat(cache.toFile().list()).hasSize(1);
        assertThat(PostgresBinaries.in(cache).postgres()).isExecutable();
    }
}
