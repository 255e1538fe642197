package org.linli.trust;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.Tokens;
import org.linli.trust.Wire.Request;

/** One of each kind of caller, each with the post it has in {@link Ground#OWN}. */
final class Crowd {

    /**
     * @param name as the oracle spells it
     * @param account of whoever signs in; null for tokens and strangers
     */
    record Caller(String name, @Nullable String account, Map<String, String> headers) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final Wire wire;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Tokens tokens;

    Crowd(Wire wire, Accounts accounts, SignIn signIn, Tokens tokens) {
        this.wire = wire;
        this.accounts = accounts;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    List<Caller> everybody() {
        var crowd = new ArrayList<Caller>();
        crowd.add(new Caller("anonymous", null, Map.of()));
        Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .forEach(role -> crowd.add(signedIn(role, account(post(role, Ground.OWN_PATH)))));
        crowd.add(signedIn("administrator_of_all", account(everywhere())));
        crowd.add(bearer("token", token(post("viewer", Ground.OWN_PATH)).token()));
        crowd.add(revoked());
        crowd.add(bearer("made_up_token", "linli_" + "x".repeat(40)));
        crowd.add(endedPost());
        crowd.add(endedSession());
        return crowd;
    }

    /** An account with these posts, whose name no other has. */
    String account(Post... posts) {
        var id = "matrix:" + UUID.randomUUID();
        accounts.ensure(id, "name of " + id);
        accounts.setPosts(id, List.of(posts));
        return id;
    }

    /** A token of {@link Ground#OWN} or wherever its post lies. */
    org.linli.access.IssuedToken token(Post post) {
        return tokens.issue("matrix", post, "test", Duration.ofDays(1));
    }

    static Post post(String role, String path) {
        var area = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
        var unit = role.equals("unit_handler") ? Ground.OWN_UNIT : null;
        return new Post(Role.of(role).orElseThrow(), area, path, unit);
    }

    Caller signedIn(String name, String account) {
        var code = signIn.issue(account, "test").code();
        var opened = wire.send(Request.post("/api/v1/session", Map.of("code", code)), Map.of());
        var cookie = opened.response().headers().firstValue("Set-Cookie").orElseThrow();
        var pair = cookie.substring(0, cookie.indexOf(';'));
        return new Caller(name, account, Map.of("Cookie", pair, "X-Linli", "1"));
    }

    private Caller revoked() {
        var token = token(post("viewer", Ground.OWN_PATH));
        tokens.revoke(token.id());
        return bearer("revoked_token", token.token());
    }

    private Caller endedPost() {
        var account = account(post("street_dispatcher", Ground.OWN_PATH));
        var caller = signedIn("ended_post", account);
        accounts.setPosts(account, List.of());
        return caller;
    }

    private Caller endedSession() {
        var caller = signedIn("ended_session", account(post("street_dispatcher", Ground.OWN_PATH)));
        wire.send(Request.delete("/api/v1/session"), caller.headers);
        return caller;
    }

    private static Caller bearer(String name, String token) {
        return new Caller(name, null, Map.of("Authorization", "Bearer " + token));
    }

    private static Post everywhere() {
        return new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
    }
}
