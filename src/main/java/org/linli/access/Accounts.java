package org.linli.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, and the posts they hold. */
@Component
public class Accounts {

    /** A kind, a colon and a name; tokens and residents are no accounts. */
    private static final Pattern ID =
            Pattern.compile("(?!token:|resident:)[a-z]{1,20}:[\\p{L}\\p{N}._-]{1,80}");

    private static final int LONGEST_NAME = 100;

    private final AccountStore store;
    private final Callers callers;
    private final AuditTrail trail;
    private final Clock clock;

    Accounts(AccountStore store, Callers callers, AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.store = store;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Makes sure of an account, under this name and active.
     *
     * @return whether anything changed
     */
    @Transactional
    public boolean ensure(String id, String name) {
        var changed = store.ensure(checkedId(id), checkedName(name), clock.instant());
        if (changed) {
            record(Act.ACCOUNT_CHANGE, id);
            callers.forget();
        }
        return changed;
    }

    /**
     * Gives an account exactly these posts: others are closed, new ones opened, the rest stays as
     * it is. Where any was changed past Linli, all are given anew.
     *
     * @return whether anything changed
     * @throws NoSuchAccount if there is none
     * @throws InvalidValue if they are those of two of the three administrators
     */
    @Transactional
    public boolean setPosts(String id, List<Post> posts) {
        requireApart(posts);
        var account = store.lock(id).orElseThrow(() -> new NoSuchAccount(id));
        var now = clock.instant();
        if (!account.isSound()) {
            store.closePosts(id, now);
        }
        var held = account.isSound() ? account.posts() : List.<Post>of();
        var closed = new LinkedHashSet<>(held);
        posts.forEach(closed::remove);
        var opened = new LinkedHashSet<>(posts);
        opened.removeAll(new HashSet<>(held));
        closed.forEach(post -> store.closePost(id, post, now));
        store.setAdministration(id, administration(posts));
        opened.forEach(post -> store.openPost(id, post, now));
        callers.forget();
        var changed = !closed.isEmpty() || !opened.isEmpty() || !account.isSound();
        if (changed) {
            trail.record(
                    trail.now(Act.POSTS_CHANGE, Thing.ACCOUNT, id)
                            .records(closed.size() + opened.size()));
        }
        return changed;
    }

    /** The account with this id, active or not. */
    public Optional<Account> find(String id) {
        return store.find(id);
    }

    /**
     * Accounts by id: those with a post in the scope, and those with none at all.
     *
     * @param after the last id of the page before; empty for the first page
     */
    public List<Account> list(Scope scope, String after, int limit) {
        return store.list(scope.areaPaths(), after, limit);
    }

    /**
     * The accounts with a post in a unit, or without one those with a post over this very area; by
     * id.
     */
    public List<Account> posted(@Nullable String unit, String areaPath) {
        return store.posted(unit, areaPath);
    }

    /**
     * Who acts when this account does.
     *
     * @throws NoSuchAccount if there is none
     */
    public Actor actor(String id) {
        return find(id).orElseThrow(() -> new NoSuchAccount(id)).actor();
    }

    /** Ends an account's posts and sessions; it stays, because history names it. */
    @Transactional
    public void close(String id) {
        store.leave(id, clock.instant());
        record(Act.ACCOUNT_CLOSE, id);
        callers.forget();
    }

    /** Makes an account, unless somebody has the id already. */
    @Transactional
    boolean create(String id, String name) {
        var made = store.create(id, name, clock.instant());
        if (made) {
            record(Act.ACCOUNT_CREATE, id);
        }
        return made;
    }

    /** Whether nobody has used the account since then. */
    boolean isUnused(String id, Instant since) {
        return store.isUnused(id, since);
    }

    /** Whether anybody can sign in at all. */
    boolean any() {
        return store.any();
    }

    /**
     * Nobody is two of the three administrators.
     *
     * @throws InvalidValue naming the first post that makes them so
     */
    static void requireApart(List<Post> posts) {
        for (var i = 0; i < posts.size(); i++) {
            var role = posts.get(i).role();
            var before = posts.subList(0, i).stream().map(Post::role).filter(role::excludes);
            var other = before.findFirst();
            if (other.isPresent()) {
                throw new InvalidValue(
                        "access/two-administrations",
                        "posts[%d].role".formatted(i),
                        role.code(),
                        other.get().code());
            }
        }
    }

    private static @Nullable Role administration(List<Post> posts) {
        return posts.stream()
                .map(Post::role)
                .filter(Role.THREE_ADMINISTRATORS::contains)
                .findFirst()
                .orElse(null);
    }

    private void record(Act act, String id) {
        trail.record(trail.now(act, Thing.ACCOUNT, id));
    }

    static String checkedId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidValue("access/account-id", "id", id);
        }
        return id;
    }

    static String checkedName(String name) {
        if (name.isBlank()) {
            throw InvalidValue.missing("name");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidValue("request/too-long", "name", LONGEST_NAME);
        }
        return name;
    }
}
