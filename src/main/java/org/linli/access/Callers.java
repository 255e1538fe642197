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

    /** The longest that another node may still honour what was revoked here. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** A caller, known to stand until then unless somebody revokes it. */
    record Known(Actor actor, Instant until) {}

    private final SignInStore sessions;
    private final TokenStore tokens;
    private final ObjectProvider<Areas> areas;
    private final Clock clock;
    private final Cache<String, Known> known;

    Callers(SignInStore sessions, TokenStore tokens, ObjectProvider<Areas> areas, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.areas = areas;
        this.clock = clock;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(KEPT)
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    /** Who opened the session, or empty if it is none or has ended. */
    public Optional<Actor> ofSession(String secret) {
        return find(secret, hash -> sessions.caller(hash, clock.instant()));
    }

    /** Whose token it is, or empty if it is none, has expired or was revoked. */
    public Optional<Actor> ofToken(String token) {
        return find(token, hash -> tokens.caller(hash, clock.instant()));
    }

    /** Looks everybody up anew, because somebody's rights have changed. */
    void forget() {
        known.invalidateAll();
    }

    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        forget();
                    }
                });
    }

    private Optional<Actor> find(String secret, Function<byte[], Optional<Known>> lookUp) {
        var hash = Secret.hash(secret);
        var key = HexFormat.of().formatHex(hash);
        var kept = Optional.ofNullable(known.getIfPresent(key));
        return kept.or(() -> lookedUp(key, lookUp.apply(hash)))
                .filter(caller -> clock.instant().isBefore(caller.until()))
                .map(Known::actor);
    }

    private Optional<Known> lookedUp(String key, Optional<Known> found) {
        var caller = found.map(one -> new Known(withFormerAreas(one.actor()), one.until()));
        caller.ifPresent(one -> known.put(key, one));
        return caller;
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
