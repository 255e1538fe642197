package org.linli.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells a browser who it is signed in as. */
@Component
public class SignedIn {

    private final Posts posts;
    private final SessionCookie cookie;

    SignedIn(Posts posts, SessionCookie cookie) {
        this.posts = posts;
        this.cookie = cookie;
    }

    /**
     * The body of every answer about a session.
     *
     * @param may what they may do somewhere, so that a page offers what there is to do
     */
    @Classified(FieldClass.C1)
    public record Body(Person actor, List<Action> may) {}

    /** Who acts, as it is shown. */
    @Classified(FieldClass.C1)
    public record Person(String id, String name, List<Posts.Shown> posts) {}

    /** Who this is. */
    public Body body(Actor actor) {
        var person = new Person(actor.id(), actor.name(), posts.shown(actor.posts()));
        return new Body(person, Policy.mayAnywhere(actor));
    }

    /**
     * The answer to having signed in: who it is, and the cookie that remembers it.
     *
     * @param more cookies to be set with it
     */
    public ResponseEntity<Body> opened(
            OpenedSession session, HttpServletRequest request, String... more) {
        return ResponseEntity.created(URI.create("/api/v1/session"))
                .header(HttpHeaders.SET_COOKIE, cookie.keeping(session, request).toString())
                .headers(headers ->
                        Arrays.stream(more)
                                .forEach(one -> headers.add(HttpHeaders.SET_COOKIE, one)))
                .body(body(session.actor()));
    }
}
