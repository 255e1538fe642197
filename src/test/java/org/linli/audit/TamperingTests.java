package org.linli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.LinliTest;
import org.linli.platform.postgres.TestServer;
import org.linli.platform.words.Message;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever somebody with every right does to the trail, at whatever place, is found; and nothing is
 * found where nobody did anything. Each kind is told by its seed.
 */
@LinliTest
@TestPropertySource(
        properties = {"linli.audit.sealing=false", "linli.audit.anchors=target/tampering-anchors"})
class TamperingTests {

    /** Places at which each kind is tried; the full count by {@code -Dtampering.places=420}. */
    private static final int PLACES = Integer.getInteger("tampering.places", 20);

    private static final int CLEAN_RUNS = Integer.getInteger("tampering.clean", 50);

    private static final int RECORDS = 60;

    private static @Nullable Path file;

    @Autowired private AuditTrail trail;
    @Autowired private Sealer sealer;
    @Autowired private SealStore store;
    @Autowired private TrailCheck check;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient sql;

    @Value("${linli.database.url}")
    private String url;

    @Value("${linli.audit.anchors}")
    private Path anchors;

    private Forger forger;

    /** What somebody does to it. */
    enum Kind {
        EDIT,
        DELETE,
        INSERT,
        REORDER,
        SWAP_FIELDS,
        CUT_THE_TAIL,
        WIPE,
        CHAIN_ANEW,
        ROLL_BACK,
        ALTER_CHECKPOINTS,
        DUPLICATE,
        LEAVE_A_GAP
    }

    record Attempt(Kind kind, int seed) {}

    static Stream<Attempt> attempts() {
        return Stream.of(Kind.values())
                .flatMap(kind ->
                        IntStream.range(0, PLACES).mapToObj(seed -> new Attempt(kind, seed)));
    }

    @BeforeEach
    void record() throws IOException {
        forger = new Forger(sql, store);
        if (file == null) {
            // whoever does all this has stolen more than the application is given
            TestServer.asSuperuser(
                    url,
                    "grant insert, update, delete on all tables in schema audit to "
                            + TestServer.user());
            for (var seed = 0; store.last().map(Seal::last).orElse(0L) < RECORDS; seed++) {
                recordSome(new Random(seed));
                sealed();
                sealer.checkpoint();
            }
            file = anchors.resolve(store.database().orElseThrow() + ".checkpoints");
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void whateverIsDoneToItIsFound(Attempt attempt) throws IOException {
        var random = new Random(attempt.seed());
        var before = Files.readString(path());
        try {
            var told =
                    transaction.execute(status -> {
                        tamper(attempt.kind(), random);
                        var verdict = check.run();
                        status.setRollbackOnly();
                        return verdict.fault().orElse(null);
                    });
            assertThat(told).as(attempt.toString()).isNotNull();
        } finally {
            Files.writeString(path(), before);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EDIT", "SWAP_FIELDS", "DELETE", "INSERT", "DUPLICATE"})
    void theFirstBadRecordIsNamed(Kind kind) {
        for (var seed = 0; seed < PLACES; seed++) {
            var random = new Random(seed);
            var told =
                    transaction.execute(status -> {
                        var place = tamper(kind, random);
                        var verdict = check.run();
                        status.setRollbackOnly();
                        return new Told(place, verdict.fault().orElseThrow());
                    });
            assertThat(told).isNotNull();
            assertThat(told.message().code()).isEqualTo(told.expected(kind));
            assertThat(told.message().arguments().getFirst()).isEqualTo(told.place());
        }
    }

    private record Told(long place, Message message) {

        String expected(Kind kind) {
            return switch (kind) {
                case DELETE -> "audit/record-missing";
                case INSERT, DUPLICATE -> "audit/record-added";
                default -> "audit/record-altered";
            };
        }
    }

    @Test
    void nothingIsFoundWhereNobodyDidAnything() {
        var random = new Random(42);
        for (var run = 0; run < CLEAN_RUNS; run++) {
            recordSome(random);
            if (random.nextBoolean()) {
                sealed();
            }
            if (random.nextInt(3) == 0) {
                sealer.checkpoint();
            }

            assertThat(check.run().fault()).as("run " + run).isEmpty();
        }
    }

    @Test
    void whatIsNotSealedYetIsLetPass() {
        sealed();
        recordSome(new Random(7));

        var verdict = check.run();

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.waiting()).isPositive();
    }

    /** Does it at some place, and says at which record, or with which id where it adds one. */
    private long tamper(Kind kind, Random random) {
        var events = forger.events();
        var sealed = store.last().map(Seal::last).orElseThrow().intValue();
        var place = random.nextInt(sealed);
        var event = events.get(place);
        switch (kind) {
            case EDIT -> forger.set(event, anyChange(random));
            case DELETE -> forger.delete(event);
            case INSERT -> forger.add(event, "sign-in");
            case DUPLICATE -> forger.add(event, event.act());
            case REORDER -> forger.swap(event, events.get((place + 1) % sealed));
            case SWAP_FIELDS -> forger.set(event, "actor = object, object = actor");
            case CUT_THE_TAIL -> forger.cutFrom(place + 1);
            case WIPE -> wipe(random.nextBoolean());
            case CHAIN_ANEW -> {
                forger.set(event, anyChange(random));
                forger.chainAnew();
            }
            case ROLL_BACK -> {
                forger.cutFrom(Math.max(2, place));
                goOnOtherwise(events);
            }
            case ALTER_CHECKPOINTS -> alterCheckpoints(random);
            case LEAVE_A_GAP -> leaveAGap(random);
        }
        var added = kind == Kind.INSERT || kind == Kind.DUPLICATE;
        return added ? forger.newest() : place + 1L;
    }

    private static String anyChange(Random random) {
        return List.of(
                        "at = at + interval '1 microsecond'",
                        "actor = actor || '1'",
                        "act = act || '1'",
                        "kind = 'token'",
                        "object = object || '0'",
                        "subject = coalesce(subject || '1', '')",
                        "purpose = coalesce(purpose || '1', '')",
                        "result = 'refused'",
                        "records = records + 1",
                        "request = coalesce(request || '\\x00', '')")
                .get(random.nextInt(10));
    }

    private void wipe(boolean anotherTrail) {
        sql.sql("delete from audit.event").update();
        sql.sql("delete from audit.seal").update();
        sql.sql("delete from audit.checkpoint").update();
        if (anotherTrail) {
            sql.sql("update audit.trail set id = gen_random_uuid()").update();
        }
    }

    /** Records other things from here on than happened, and seals them. */
    private void goOnOtherwise(List<Recorded> events) {
        var kept = forger.events();
        for (var event : events.subList(kept.size(), events.size())) {
            forger.add(kept.getLast(), event.act());
        }
        forger.chainAnew();
    }

    private void alterCheckpoints(Random random) {
        try {
            var text = Files.readString(path());
            var at = random.nextInt(text.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> Files.delete(path());
                case 1 -> Files.writeString(path(), text.substring(0, at));
                case 2 -> Files.writeString(path(), flipped(text, at));
                default -> {
                    var lines = text.lines().toList();
                    var left = lines.get(random.nextInt(lines.size()));
                    Files.writeString(path(), text.replace(left + "\n", ""));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String flipped(String text, int at) {
        var other = text.charAt(at) == '1' ? '2' : '1';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private void leaveAGap(Random random) {
        var seals = forger.seals();
        var seal = seals.get(random.nextInt(seals.size()));
        if (random.nextBoolean()) {
            sql.sql("delete from audit.seal where first_no = :no")
                    .param("no", seal.first())
                    .update();
        } else {
            sql.sql(
                            """
                            update audit.seal set first_no = first_no + 1000, last_no = last_no + 1000
                            where first_no >= :no
                            """)
                    .param("no", seal.first())
                    .update();
        }
    }

    private void recordSome(Random random) {
        transaction.executeWithoutResult(_ -> {
            for (var n = random.nextInt(4); n >= 0; n--) {
                var act = Act.values()[random.nextInt(Act.values().length)];
                var event = trail.now(act, Thing.CASE, "990104-261122-" + random.nextInt(1_000));
                trail.record(
                        random.nextBoolean()
                                ? event.request(Sha256.of("asked"))
                                : event.about("p" + n).purpose("visit"));
            }
        });
    }

    /** Other databases of the same server may hold the horizon back for a moment. */
    private void sealed() {
        var recorded = forger.events().size();
        for (var tries = 0; tries < 600; tries++) {
            sealer.seal();
            if (store.last().map(Seal::last).orElse(0L) == recorded) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("Not sealed");
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path path() {
        return java.util.Objects.requireNonNull(file);
    }
}
