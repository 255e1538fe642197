package org.linli.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VersionedCopyTests {

    private final AtomicLong version = new AtomicLong(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();

    private final VersionedCopy<String> copy =
            new VersionedCopy<>(
                    () -> {
                        asked.incrementAndGet();
                        return version.get();
                    },
                    () -> "reading " + read.incrementAndGet());

    @Test
    void theOriginalIsReadOnceHoweverOftenTheCopyIs() {
        assertThat(copy.get()).isEqualTo("reading 1");
        assertThat(copy.get()).isEqualTo("reading 1");
        assertThat(copy.version()).isEqualTo(1);
        assertThat(read).hasValue(1);
        assertThat(asked).hasPositiveValue();
    }

    @Test
    void aChangeMadeHereIsSeenAtOnce() {
        copy.get();
        version.incrementAndGet();
        copy.expire();

        assertThat(copy.get()).isEqualTo("reading 2");
        assertThat(copy.version()).isEqualTo(2);
    }

    /** An original that changes while it is read belongs to no version: it must be read again. */
    @Test
    void whatChangesWhileItIsReadIsReadAgain() {
        var moving =
                new VersionedCopy<>(
                        version::get,
                        () -> {
                            version.compareAndSet(1, 2);
                            return read.incrementAndGet();
                        });

        assertThat(moving.get()).isEqualTo(1);
        assertThat(moving.version()).isEqualTo(1);
        moving.expire();
        assertThat(moving.get()).isEqualTo(2);
        assertThat(moving.version()).isEqualTo(2);
    }

    @Test
    void anOriginalThatCannotBeReadIsAskedForAgain() {
        var failing =
                new VersionedCopy<>(
                        version::get,
                        () -> {
                            if (read.incrementAndGet() == 1) {
                                throw new IllegalStateException("away");
                            }
                            return "back";
                        });

        assertThatThrownBy(failing::get).hasMessage("away");
        assertThat(failing.get()).isEqualTo("back");
    }
}
