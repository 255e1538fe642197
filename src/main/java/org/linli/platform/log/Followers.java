package org.linli.platform.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.log.BookmarkStore.Bookmark;
import org.linli.platform.log.EventLog.Entry;
import org.linli.platform.log.Follower.Beginning;
import org.linli.platform.operation.Operations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the events of logs to those who follow them, in order, and no further than the snapshot
 * horizon. The row of a bookmark is locked while it is moved, so that on any number of nodes one
 * works for each follower, and each event is handed over once.
 */
@Component
public class Followers {

    /** Few enough to be done in a fraction of a second, and many enough for thousands in one. */
    static final int BATCH = 1_000;

    private final Map<String, Follower<?>> followers = new TreeMap<>();
    private final Map<EventLog<?>, Tail<?>> tails = new HashMap<>();
    private final Map<String, Integer> batches = new ConcurrentHashMap<>();
    private final BookmarkStore store;
    private final Operations operations;
    private final OnBehalf behalf;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Followers(
            ObjectProvider<Follower<?>> followers,
            BookmarkStore store,
            Operations operations,
            OnBehalf behalf,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.operations = operations;
        this.behalf = behalf;
        this.transaction = transaction;
        this.clock = clock;
        for (var follower : followers.stream().toList()) {
            if (this.followers.put(follower.name(), follower) != null) {
                throw new IllegalStateException("Two followers: " + follower.name());
            }
            tails.computeIfAbsent(follower.log(), log -> new Tail<>(log, clock));
        }
    }

    /**
     * How far a follower is behind.
     *
     * @param events counted up to {@link EventLog.Behind#COUNTED}
     * @param seconds since the oldest of them was recorded
     */
    @Classified(FieldClass.C0)
    public record Lag(String follower, long events, long seconds) {}

    /** How far each follower is behind that has begun, by name. */
    public List<Lag> lags() {
        return followers.values().stream().map(this::lag).toList();
    }

    /** Hands over all that is committed by now below the horizon, unless another node is at it. */
    public void catchUp() {
        names().forEach(this::catchUp);
    }

    /** The same for one follower. */
    public void catchUp(String follower) {
        while (step(follower) > 0) {}
    }

    /** Sets a follower back to the start of its log, and lets it forget what it made. */
    public void rebuild(String name) {
        var follower = follower(name);
        behalf.ofSystem(
                name,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            store.add(
                                    name, new Bookmark(Position.START, operations.epoch()), now());
                            store.waitFor(name);
                            beginAgain(follower, Position.START);
                        }));
    }

    List<String> names() {
        return List.copyOf(followers.keySet());
    }

    /** Hands over a batch, and says of how many; 0 too if somebody else is at it. */
    int step(String name) {
        var follower = follower(name);
        var handed = new int[1];
        try {
            behalf.ofSystem(name, () -> handed[0] = stepped(follower));
        } catch (RuntimeException failed) {
            // so that those before the one that cannot be followed are
            batches.put(name, 1);
            throw failed;
        }
        return handed[0];
    }

    private <E> int stepped(Follower<E> follower) {
        var bookmark = bookmark(follower);
        if (bookmark.epoch() != operations.epoch()) {
            return restored(follower, bookmark) ? 1 : 0;
        }
        var events =
                tail(follower)
                        .after(
                                bookmark.position(),
                                store.horizon(),
                                batches.getOrDefault(follower.name(), BATCH));
        if (events.isEmpty() || !followed(follower, bookmark, events)) {
            return 0;
        }
        batches.computeIfPresent(
                follower.name(), (_, size) -> size < BATCH ? Math.min(2 * size, BATCH) : null);
        return events.size();
    }

    /** There is one for the log of each follower. */
    @SuppressWarnings("unchecked")
    private <E> Tail<E> tail(Follower<E> follower) {
        return (Tail<E>) Objects.requireNonNull(tails.get(follower.log()));
    }

    private <E> boolean followed(Follower<E> follower, Bookmark bookmark, List<Entry<E>> events) {
        return inTransaction(
                follower.name(),
                bookmark,
                () -> {
                    follower.follow(events.stream().map(Entry::event).toList());
                    move(follower, events.getLast().position());
                });
    }

    /** Another database numbers its transactions otherwise: what they were is not known. */
    private boolean restored(Follower<?> follower, Bookmark bookmark) {
        return inTransaction(
                follower.name(), bookmark, () -> beginAgain(follower, beginning(follower)));
    }

    private boolean inTransaction(String name, Bookmark bookmark, Runnable work) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    if (!store.take(name, bookmark)) {
                        return false;
                    }
                    work.run();
                    return true;
                }));
    }

    private void beginAgain(Follower<?> follower, Position position) {
        if (position.equals(Position.START)) {
            follower.forget();
        }
        tail(follower).forget();
        move(follower, position);
    }

    private void move(Follower<?> follower, Position position) {
        store.move(follower.name(), new Bookmark(position, operations.epoch()), now());
    }

    private Bookmark bookmark(Follower<?> follower) {
        return store.find(follower.name())
                .orElseGet(() -> {
                    var first = new Bookmark(beginning(follower), operations.epoch());
                    store.add(follower.name(), first, now());
                    return store.find(follower.name()).orElse(first);
                });
    }

    private Position beginning(Follower<?> follower) {
        return follower.beginning() == Beginning.START
                ? Position.START
                : Position.below(store.horizon());
    }

    private Lag lag(Follower<?> follower) {
        var lags = new Lag[1];
        behalf.ofSystem(follower.name(), () -> lags[0] = lagOf(follower));
        return lags[0];
    }

    private Lag lagOf(Follower<?> follower) {
        var bookmark = store.find(follower.name());
        if (bookmark.filter(last -> last.epoch() == operations.epoch()).isEmpty()) {
            return new Lag(follower.name(), 0, 0);
        }
        var behind = follower.log().behind(bookmark.get().position());
        var oldest = behind.oldest();
        var seconds = oldest == null ? 0 : Duration.between(oldest, now()).toSeconds();
        return new Lag(follower.name(), behind.events(), Math.max(0, seconds));
    }

    private Follower<?> follower(String name) {
        var follower = followers.get(name);
        if (follower == null) {
            throw new IllegalArgumentException("No follower: " + name);
        }
        return follower;
    }

    private Instant now() {
        return clock.instant();
    }
}
