package org.linli.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who stands behind a session or a token. What was found is kept for a few seconds, so that a page
 * that asks for twenty things is looked up once.
 */
@Component
public class Callers {

    /** The longest that another node may still honour a token that was revoked here. */
    private static final Duration TOKEN_KEPT = Duration.ofSeconds(5);

    /** The same for a session that was ended here: signing out must hold at once (ASVS 7.4.1). */
    private static final Duration SESSION_KEPT = Duration.ofSeconds(1);

    /** A caller, known to stand until then unless somebody revokes it. */
    record Known<T>(T who, Instant until) {}

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final ObjectProvider<Areas> areas;
    private final Clock clock;
    private final Cache<String, Known<Session>> knownSessions;
    private final Cache<String, Known<Actor>> knownTokens;

    Callers(SessionStore sessions, TokenStore tokens, ObjectProvider<Areas> areas, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.areas = areas;
        this.clock = clock;
        this.knownSessions = kept(SESSION_KEPT, clock);
        this.knownTokens = kept(TOKEN_KEPT, clock);
    }

    /**
     * The session with this secret, or empty if it is none or has ended.
     *
     * @param inUse whether somebody sits there, rather than a page that asks again by itself
     */
    public Optional<Session> ofSession(String secret, boolean inUse) {
        return find(
                knownSessions,
                secret,
                hash ->
                        sessions.find(hash, clock.instant(), inUse)
                                .map(known -> {
                                    var session = known.who();
                                    var actor = withFormerAreas(session.actor());
                                    return new Known<>(session.by(actor), known.until());
                                }));
    }

    /** Whose token it is, or empty if it is none, has expired or was revoked. */
    public Optional<Actor> ofToken(String token) {
        return find(
                knownTokens,
                token,
                hash ->
                        tokens.caller(hash, clock.instant())
                                .map(known ->
                                        new Known<>(withFormerAreas(known.who()), known.until())));
    }

    /** Looks everybody up anew, because somebody's rights have changed. */
    void forget() {
        knownSessions.invalidateAll();
        knownTokens.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // what others look up before the commit is still the old
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            knownSessions.invalidateAll();
                            knownTokens.invalidateAll();
                        }
                    });
        }
    }

    private <T> Optional<T> find(
            Cache<String, Known<T>> cache,
            String secret,
            Function<byte[], Optional<Known<T>>> lookUp) {
        var hash = Secret.hash(secret);
        var key = HexFormat.of().formatHex(hash);
        var kept = Optional.ofNullable(cache.getIfPresent(key));
        return kept.or(
                        () -> {
                            var found = lookUp.apply(hash);
                            found.ifPresent(one -> cache.put(key, one));
                            return found;
                        })
                .filter(caller -> clock.instant().isBefore(caller.until()))
                .map(Known::who);
    }

    private static <T> Cache<String, Known<T>> kept(Duration time, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(time)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /** What was reported before an area moved lies under its former path. */
    private Actor withFormerAreas(Actor actor) {
        var posts = new ArrayList<>(actor.posts());
        for (var post : actor.posts()) {
            areas.stream()
                    .flatMap(known -> known.formerPaths(post.areaCode()).stream())
                    .map(path -> new Post(post.role(), post.areaCode(), path, post.unitCode()))
                    .forEach(posts::add);
        }
        return new Actor(actor.id(), actor.name(), posts);
    }
}
