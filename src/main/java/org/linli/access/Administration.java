package org.linli.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an administrator does to accounts, posts and tokens: each act once, and only within the
 * administrator's own area. Nobody can give away, or get hold of, more than they have.
 */
@Component
public class Administration {

    /** What is remembered of an act whose answer was a secret. */
    private static final Answer DONE = new Answer(201, "{}");

    private final Accounts accounts;
    private final SignIn signIn;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Factors factors;
    private final Devices devices;
    private final ProviderLinks links;
    private final Posts posts;
    private final Operations operations;
    private final TransactionTemplate transaction;

    Administration(
            Accounts accounts,
            SignIn signIn,
            Tokens tokens,
            Sessions sessions,
            Factors factors,
            Devices devices,
            ProviderLinks links,
            Posts posts,
            Operations operations,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.tokens = tokens;
        this.sessions = sessions;
        this.factors = factors;
        this.devices = devices;
        this.links = links;
        this.posts = posts;
        this.operations = operations;
        this.transaction = transaction;
    }

    /** An account as administrators see it. */
    @Classified(FieldClass.C1)
    public record AccountView(String id, String name, boolean active, List<Posts.Shown> posts) {}

    /**
     * Makes an account that holds these posts.
     *
     * @throws AccountExists if the id is taken
     */
    public Answer create(Actor actor, UUID opId, String id, String name, List<Post> given) {
        Accounts.checkedId(id);
        Accounts.checkedName(name);
        var held = checked(actor, given);
        var operation = operations.of(actor.id(), opId, List.of("create", id, name, said(held)));
        var answer = operations.answer(201, view(new Account(id, name, true, held)));
        return once(
                operation,
                answer,
                () -> {
                    if (!accounts.create(id, name)) {
                        throw new AccountExists(id);
                    }
                    accounts.setPosts(id, held);
                });
    }

    /**
     * Gives an account exactly these posts; one that was closed is open again with its first.
     *
     * @throws OwnAdministration if they would leave the caller without a right to give posts
     */
    public Answer setPosts(Actor actor, UUID opId, String id, List<Post> wanted) {
        var account = administered(actor, id);
        var held = checked(actor, wanted);
        mustKeep(actor, account, held);
        var operation = operations.of(actor.id(), opId, List.of("posts", id, said(held)));
        var active = account.active() || !held.isEmpty();
        var after = new Account(id, account.name(), active, held);
        return once(
                operation,
                operations.answer(200, view(after)),
                () -> {
                    if (active) {
                        accounts.ensure(id, account.name());
                    }
                    accounts.setPosts(id, held);
                });
    }

    /** A code that signs the account in once. */
    public IssuedCode signInCode(Actor actor, UUID opId, String id) {
        administered(actor, id);
        var operation = operations.of(actor.id(), opId, List.of("sign-in", id));
        return shownOnce(operation, () -> signIn.issue(id, actor.id()));
    }

    /**
     * Ends an account's posts and sessions.
     *
     * @throws OwnAdministration if it is the caller's own
     */
    public void close(Actor actor, String id) {
        mustKeep(actor, administered(actor, id), List.of());
        accounts.close(id);
    }

    /** A code that enrols the phone of somebody the actor leads. */
    public IssuedCode deviceCode(Actor actor, UUID opId, String id) {
        var operation = operations.of(actor.id(), opId, List.of("device", id));
        return shownOnce(operation, () -> devices.invite(actor, id));
    }

    /** Ends an account's sessions; its person can sign in again. */
    public void endSessions(Actor actor, String id) {
        administered(actor, id);
        sessions.endAll(id);
    }

    /** Takes an account's password and second factors away; a new link lets its person begin. */
    public void forgetFactors(Actor actor, String id) {
        administered(actor, id);
        factors.forget(id);
    }

    /** Who an account is at the other system; empty if nobody has said. */
    public Optional<String> providerSubject(Actor actor, String id) {
        links.requireProvider();
        administered(actor, id);
        return links.subject(id);
    }

    /** Says who an account is at the other system, and ends its sessions. */
    public void linkToProvider(Actor actor, String id, String subject) {
        links.requireProvider();
        administered(actor, id);
        links.link(id, subject, actor.id());
    }

    /** Takes that back, and ends its sessions. */
    public void unlinkFromProvider(Actor actor, String id) {
        links.requireProvider();
        administered(actor, id);
        links.unlink(id);
    }

    /** A new service token. */
    public IssuedToken issueToken(Actor actor, UUID opId, String name, Post post, Duration life) {
        covered(actor, post);
        var content = List.of("token", name, said(List.of(post)), life);
        var operation = operations.of(actor.id(), opId, content);
        return shownOnce(operation, () -> tokens.issue(name, post, actor.id(), life));
    }

    /** Ends a service token. */
    public void revokeToken(Actor actor, long id) {
        if (!covers(actor, tokens.get(id).post())) {
            throw new NoSuchToken(id);
        }
        tokens.revoke(id);
    }

    /** The account as administrators see it. */
    public AccountView view(Account account) {
        return new AccountView(
                account.id(), account.name(), account.active(), posts.shown(account.posts()));
    }

    /** An account that this administrator may change: all its posts lie within their area. */
    private Account administered(Actor actor, String id) {
        var account = accounts.find(id).orElseThrow(() -> new NoSuchAccount(id));
        var within = account.posts().stream().filter(post -> covers(actor, post)).count();
        if (within == account.posts().size()) {
            return account;
        }
        throw within == 0 ? new NoSuchAccount(id) : new NotPermitted();
    }

    /** Posts that this administrator may give, each once. */
    private static List<Post> checked(Actor actor, List<Post> wanted) {
        Accounts.requireApart(wanted);
        return InvalidValue.each("posts", wanted, post -> covered(actor, post)).stream()
                .distinct()
                .toList();
    }

    /** Nobody ends their own administration: somebody must be left who can give it back. */
    private static void mustKeep(Actor actor, Account account, List<Post> held) {
        var administrations =
                account.posts().stream().filter(post -> post.role() == Role.ADMINISTRATOR).toList();
        if (actor.id().equals(account.id()) && !held.containsAll(administrations)) {
            throw new OwnAdministration();
        }
    }

    /** Posts as their sender names them: the path of an area may be another when sent again. */
    private static List<List<String>> said(List<Post> posts) {
        return posts.stream()
                .map(post -> {
                    var unit = post.unitCode();
                    return List.of(post.role().code(), post.areaCode(), unit == null ? "" : unit);
                })
                .toList();
    }

    private static Post covered(Actor actor, Post post) {
        if (!covers(actor, post)) {
            throw new InvalidValue("access/no-such-area", "areaCode", post.areaCode());
        }
        return post;
    }

    private static boolean covers(Actor actor, Post post) {
        var area = Resource.at(post.areaPath());
        return Policy.decide(actor, Action.ACCOUNT_ADMINISTER, area) == Decision.ALLOWED;
    }

    private Answer once(Operation operation, Answer answer, Runnable effect) {
        return operations.once(
                operation,
                () -> {
                    transaction.executeWithoutResult(_ -> {
                        operations.claim(operation, answer);
                        effect.run();
                    });
                    return answer;
                });
    }

    private <T> T shownOnce(Operation operation, Supplier<T> effect) {
        var shown = new AtomicReference<T>();
        once(operation, DONE, () -> shown.set(effect.get()));
        var secret = shown.get();
        if (secret == null) {
            throw new SecretShownOnce(operation.opId());
        }
        return secret;
    }
}
