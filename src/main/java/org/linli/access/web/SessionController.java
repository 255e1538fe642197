package org.linli.access.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.linli.access.Actor;
import org.linli.access.Devices;
import org.linli.access.NotSignedIn;
import org.linli.access.OpenToAll;
import org.linli.access.SessionCookie;
import org.linli.access.SignIn;
import org.linli.access.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignIn signIn;
    private final Devices devices;
    private final Proofs proofs;
    private final SignedIn signedIn;

    SessionController(SignIn signIn, Devices devices, Proofs proofs, SignedIn signedIn) {
        this.signIn = signIn;
        this.devices = devices;
        this.proofs = proofs;
        this.signedIn = signedIn;
    }

    /**
     * @param code from a sign-in link
     */
    record OneTimeCode(String code) {}

    /** Signs in with a one-time code: opens a session and sets its cookie. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SignedIn.Body.class)))
    @PostMapping
    @OpenToAll(because = "this is how one signs in; the code is what opens it")
    ResponseEntity<SignedIn.Body> open(@RequestBody OneTimeCode body, HttpServletRequest request) {
        var opened = devices.signIn(body.code(), proofs.keyIn(request), Agent.of(request));
        SessionCookie.in(request).ifPresent(signIn::end);
        return signedIn.opened(opened, request);
    }

    /** Who is signed in; 401 if nobody is. */
    @GetMapping
    @OpenToAll(because = "it tells a page whether anybody is signed in")
    SignedIn.Body get(Actor actor) {
        if (actor.isAnonymous()) {
            throw NotSignedIn.anonymous();
        }
        return signedIn.body(actor);
    }

    /** Signs out. */
    @ApiResponse(responseCode = "204")
    @DeleteMapping
    @OpenToAll(because = "anybody may leave")
    ResponseEntity<Void> end(HttpServletRequest request) {
        SessionCookie.in(request).ifPresent(signIn::end);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.letGo(request).toString())
                .build();
    }
}
