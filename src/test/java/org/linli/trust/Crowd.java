package org.linli.trust;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
import org.linli.access.web.Phone;
import org.linli.trust.Wire.Request;

/** One of each kind of caller, each with the post it has in {@link Ground#OWN}. */
final class Crowd {

    /**
     * @param name as the oracle spells it
     * @param account of whoever signs in; null for tokens and strangers
     * @param phone that signs each request; null for whoever has none
     */
    record Caller(
            String name,
            @Nullable String account,
            Map<String, String> headers,
            @Nullable Phone phone) {

        Caller(String name, @Nullable String account, Map<String, String> headers) {
            this(name, account, headers, null);
        }

        /** What is sent along with a request. */
        Map<String, String> signed(Request request, String url) {
            if (phone == null) {
                return headers;
            }
            var signed = new HashMap<>(headers);
            signed.put("DPoP", phone.proofOf(request.method(), url));
            return signed;
        }

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
        crowd.add(halfSession());
        crowd.add(onPhone("phone"));
        var stolen = onPhone("cookie_of_a_phone");
        crowd.add(new Caller(stolen.name, stolen.account, stolen.headers));
        crowd.add(lostPhone());
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
        return new Caller(name, account, cookieOf(opened));
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

    /** Whoever knows the password and has not shown a second factor. */
    private Caller halfSession() {
        var account = account(post("street_dispatcher", Ground.OWN_PATH));
        var password = "Correct-Horse-" + UUID.randomUUID();
        var whole = signedIn("whole", account);
        wire.send(
                Request.put("/api/v1/factors/password", Map.of("password", password)),
                whole.headers);
        var asked = Map.of("account", account, "password", password);
        var half =
                wire.send(Request.post("/api/v1/session/password", asked), Map.of("X-Linli", "1"));
        return new Caller("half_session", account, cookieOf(half));
    }

    /** A grid member on the phone that their leader gave them. */
    private Caller onPhone(String name) {
        var account = account(post("grid_member", Ground.OWN_PATH));
        var leader = signedIn("leader", account(post("grid_head", Ground.OWN_PATH)));
        var wanted = Map.of("opId", UUID.randomUUID(), "accountId", account);
        var link =
                wire.send(Request.post("/api/v1/devices/invitations", wanted), leader.headers)
                        .json()
                        .path("link")
                        .asString();
        var code = link.substring(link.indexOf('#') + 1);
        var enrolment = Request.post("/api/v1/devices", Map.of("code", code, "name", "phone"));
        var unknown = new Caller(name, account, Map.of("X-Linli", "1"), new Phone());
        var answer = wire.send(enrolment, unknown.signed(enrolment, wire.url(enrolment)));
        return new Caller(name, account, cookieOf(answer), unknown.phone);
    }

    private Caller lostPhone() {
        var caller = onPhone("lost_phone");
        var mine = Request.get("/api/v1/devices");
        var id =
                wire.send(mine, caller.signed(mine, wire.url(mine)))
                        .json()
                        .path(0)
                        .path("id")
                        .asLong();
        var lost = Request.put("/api/v1/devices/" + id + "/status", Map.of("status", "lost"));
        wire.send(lost, caller.signed(lost, wire.url(lost)));
        return caller;
    }

    private static Map<String, String> cookieOf(Wire.Answer answer) {
        var cookie = answer.response().headers().firstValue("Set-Cookie").orElseThrow();
        return Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')), "X-Linli", "1");
    }

    private static Caller bearer(String name, String token) {
        return new Caller(name, null, Map.of("Authorization", "Bearer " + token));
    }

    private static Post everywhere() {
        return new Post(Role.ADMINISTRATOR, Post.EVERYWHERE, Post.EVERYWHERE, null);
    }
}
