package org.linli.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.linli.access.MovingClock;

/** What several follow closely is read once, and each is told all of it. */
class TailTests {

    private final MovingClock clock = new MovingClock();
    private final Written log = new Written();
    private final Tail<String> tail = new Tail<>(log, clock);

    @Test
    void whatOneHasReadIsNotReadAgainForAnother() {
        log.write(3);

        assertThat(eventsAfter(0)).containsExactly("1 as of 1", "2 as of 1", "3 as of 1");
        assertThat(eventsAfter(0)).hasSize(3);
        assertThat(eventsAfter(2)).containsExactly("3 as of 1");
        assertThat(log.reads).isOne();
    }

    @Test
    void whatComesAfterIsReadOnceTheEndIsReached() {
        log.write(2);
        eventsAfter(0);
        log.write(1);

        assertThat(eventsAfter(0)).hasSize(2);
        assertThat(eventsAfter(2)).containsExactly("3 as of 2");
    }

    @Test
    void whoeverIsFurtherBehindReadsForItself() {
        log.write(4);
        eventsAfter(2);

        assertThat(eventsAfter(0))
                .containsExactly("1 as of 2", "2 as of 2", "3 as of 2", "4 as of 2");
        assertThat(eventsAfter(2)).containsExactly("3 as of 1", "4 as of 1");
    }

    @Test
    void whatWasReadLongAgoIsReadAnew() {
        log.write(2);
        eventsAfter(0);
        clock.pass(Duration.ofSeconds(5));

        assertThat(eventsAfter(0)).containsExactly("1 as of 2", "2 as of 2");
    }

    @Test
    void whatIsToldFromTheStartAgainIsReadAnew() {
        log.write(2);
        eventsAfter(0);
        tail.forget();

        assertThat(eventsAfter(0)).containsExactly("1 as of 2", "2 as of 2");
    }

    @Test
    void nothingIsToldOfWhatTheHorizonHides() {
        log.write(3);

        assertThat(tail.after(Position.START, 3, 10)).hasSize(2);
        assertThat(eventsAfter(2)).hasSize(1);
    }

    @Test
    void atMostSoManyAreTold() {
        log.write(5);

        assertThat(tail.after(Position.START, Long.MAX_VALUE, 2)).hasSize(2);
    }

    @Test
    void eachOfSeveralIsToldEachEventOnceAndInOrder() {
        var chance = new Random(20261123);
        var told = IntStream.range(0, 5).mapToObj(_ -> new ArrayList<Long>()).toList();
        for (var turn = 0; turn < 20_000; turn++) {
            switch (chance.nextInt(10)) {
                case 0 -> log.write(chance.nextInt(200));
                case 1 -> clock.pass(Duration.ofMillis(chance.nextInt(2_000)));
                default -> {
                    var one = told.get(chance.nextInt(told.size()));
                    var from = one.isEmpty() ? 0 : one.getLast();
                    tail.after(new Position(from, 0), Long.MAX_VALUE, 1 + chance.nextInt(1_000))
                            .forEach(entry -> one.add(entry.position().transaction()));
                }
            }
        }
        told.forEach(one ->
                assertThat(one)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, one.size()).boxed().toList()));
        assertThat(told.getFirst()).hasSizeGreaterThan(10_000);
    }

    private List<String> eventsAfter(long transaction) {
        return tail.after(new Position(transaction, 0), Long.MAX_VALUE, 1_000).stream()
                .map(EventLog.Entry::event)
                .toList();
    }

    /** Events numbered from one, that tell in which reading they were read. */
    private static final class Written implements EventLog<String> {

        private long written;
        private int reads;

        void write(int events) {
            written += events;
        }

        @Override
        public List<Entry<String>> after(Position position, long below, int atMost) {
            reads++;
            return LongStream.rangeClosed(position.transaction() + 1, written)
                    .filter(each -> each < below)
                    .limit(atMost)
                    .mapToObj(each -> new Entry<>(new Position(each, 0), each + " as of " + reads))
                    .toList();
        }

        @Override
        public Behind behind(Position position) {
            return new Behind(written - position.transaction(), null);
        }
    }
}
