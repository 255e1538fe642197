package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.linli.access.Factors;
import org.linli.access.NotSignedIn;
import org.linli.access.OpenToAll;
import org.linli.access.OpenedSession;
import org.linli.access.PasswordSignIn;
import org.linli.access.Session;
import org.linli.access.SessionCookie;
import org.linli.access.SignIn;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a password and a second factor, and showing that factor again. */
@RestController
@RequestMapping("/api/v1/session")
class PasswordController {

    private final PasswordSignIn passwords;
    private final Factors factors;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Proofs proofs;

    PasswordController(
            PasswordSignIn passwords,
            Factors factors,
            SignIn signIn,
            SessionCookie cookie,
            Proofs proofs) {
        this.passwords = passwords;
        this.factors = factors;
        this.signIn = signIn;
        this.cookie = cookie;
        this.proofs = proofs;
    }

    /**
     * @param account with or without {@code staff:}
     */
    record Password(String account, String password) {}

    /**
     * @param code of the authenticator app, or a recovery code
     */
    record Code(String code) {}

    /**
     * @param needs what signing in still lacks: {@code code} of the authenticator app, a {@code
     *     passkey}, which signs in by itself, {@code enrolment} of an app, or {@code nothing}
     */
    @Classified(FieldClass.C1)
    record Step(String needs) {

        static final Step CODE = new Step("code");
        static final Step PASSKEY = new Step("passkey");
        static final Step ENROLMENT = new Step("enrolment");
        static final Step DONE = new Step("nothing");
    }

    /**
     * @param recoveryCodes shown this once
     */
    @Classified(FieldClass.C1)
    record Enrolled(List<String> recoveryCodes) {}

    /** Signs in by half: what is lacking is told, and nothing can be seen before it is given. */
    @PostMapping("/password")
    @OpenToAll(because = "this is how one signs in; the password is what opens it")
    ResponseEntity<Step> begin(@RequestBody Password body, HttpServletRequest request) {
        var opened =
                passwords.begin(
                        body.account(),
                        body.password(),
                        KnownBrowserCookie.in(request),
                        Agent.of(request),
                        proofs.keyIn(request));
        SessionCookie.in(request).ifPresent(signIn::end);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.keeping(opened, request).toString())
                .body(opened.half() ? lacking(opened.actor().id()) : Step.DONE);
    }

    private Step lacking(String account) {
        var held = factors.held(account);
        if (held.second()) {
            return held.totp() ? Step.CODE : Step.PASSKEY;
        }
        return Step.ENROLMENT;
    }

    /** Completes signing in, or shows in a session that its person is still there. */
    @PostMapping("/code")
    @OpenToAll(because = "half a session is not signed in yet; whoever has none is refused")
    ResponseEntity<Step> code(@RequestBody Code body, Session session, HttpServletRequest request) {
        if (!session.half()) {
            passwords.confirm(session, body.code());
            return ResponseEntity.ok(Step.DONE);
        }
        var whole = passwords.complete(session, body.code(), Agent.of(request));
        return signedIn(whole, request).body(Step.DONE);
    }

    /** A secret for an authenticator app, where a password is all there is. */
    @PostMapping("/app")
    @OpenToAll(because = "half a session is not signed in yet; whoever has none is refused")
    Factors.AppSecret beginApp(Session session) {
        requireNoSecond(session);
        return factors.beginTotp(session.actor().id());
    }

    /** Makes the app the second factor, which completes signing in. */
    @PostMapping("/app/code")
    @OpenToAll(because = "half a session is not signed in yet; whoever has none is refused")
    ResponseEntity<Enrolled> confirmApp(
            @RequestBody Code body, Session session, HttpServletRequest request) {
        requireNoSecond(session);
        var enrolled = passwords.enrol(session, body.code(), Agent.of(request));
        return signedIn(enrolled.session(), request).body(new Enrolled(enrolled.recoveryCodes()));
    }

    /** Who has a second factor has to show it: a password is not enough to put another there. */
    private void requireNoSecond(Session session) {
        if (!session.half() || factors.held(session.actor().id()).second()) {
            throw NotSignedIn.half();
        }
    }

    private ResponseEntity.BodyBuilder signedIn(OpenedSession whole, HttpServletRequest request) {
        var mark = KnownBrowserCookie.keeping(passwords.mark(whole.actor()), request);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.keeping(whole, request).toString(), mark);
    }
}
