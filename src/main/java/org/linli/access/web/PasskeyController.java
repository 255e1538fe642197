package org.linli.access.web;

import static org.linli.access.Action.OWN_SIGN_IN;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.OwnAddress;
import org.linli.access.Passkey;
import org.linli.access.PasskeySignIn;
import org.linli.access.Passkeys;
import org.linli.access.Permission;
import org.linli.access.Session;
import org.linli.access.StepUp;
import org.linli.access.factor.PasskeyCheck;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys, and showing one again. */
@RestController
@RequestMapping("/api/v1/factors/passkeys")
class PasskeyController {

    private final Passkeys passkeys;
    private final PasskeySignIn signIn;
    private final OwnAddress address;
    private final StepUp stepUp;

    PasskeyController(Passkeys passkeys, PasskeySignIn signIn, OwnAddress address, StepUp stepUp) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.address = address;
        this.stepUp = stepUp;
    }

    /**
     * What the browser is to have made. All bytes are in base64url.
     *
     * @param domain that the passkey shall belong to
     * @param userHandle what authenticators shall know the account as
     * @param known passkeys that there are: no authenticator needs two
     */
    @Classified(FieldClass.C1)
    record Wanted(
            String challenge,
            String domain,
            String userHandle,
            String accountId,
            String accountName,
            List<String> known) {}

    /**
     * What the browser says of the passkey that was made, in base64url.
     *
     * @param name what to call it
     */
    record Made(String name, String clientData, String attestation) {}

    record NewName(String name) {}

    @Classified(FieldClass.C1)
    record Shown(
            long id, String name, String domain, Instant addedAt, @Nullable Instant lastUsedAt) {

        static Shown of(Passkey passkey) {
            return new Shown(
                    passkey.id(),
                    passkey.name(),
                    passkey.domain(),
                    passkey.addedAt(),
                    passkey.lastUsedAt());
        }
    }

    @Classified(FieldClass.C1)
    record Added(long id) {}

    /** One's passkeys, the oldest first. */
    @GetMapping
    @Permission(OWN_SIGN_IN)
    List<Shown> list(Session session) {
        return passkeys.of(session.actor().id()).stream().map(Shown::of).toList();
    }

    /** What the browser needs to have a passkey made within five minutes. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Wanted.class)))
    @PostMapping("/challenge")
    @Permission(OWN_SIGN_IN)
    ResponseEntity<Wanted> begin(Session session, HttpServletRequest request) {
        stepUp.require(session.actor());
        var site = address.require(request.getHeader(HttpHeaders.HOST));
        var account = session.actor();
        var wanted = passkeys.begin(account.id(), site);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, AskedCookie.keeping(wanted.browser(), request))
                .body(
                        new Wanted(
                                wanted.challenge(),
                                site.domain(),
                                PasskeyBody.text(wanted.userHandle()),
                                account.id(),
                                account.name(),
                                PasskeyBody.texts(wanted.known())));
    }

    /** Adds the passkey that was made and ends one's other sessions. */
    @PostMapping
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.CREATED)
    Added add(Session session, @RequestBody Made body, HttpServletRequest request) {
        stepUp.require(session.actor());
        var making =
                new PasskeyCheck.Making(
                        PasskeyBody.bytes(body.clientData()),
                        PasskeyBody.bytes(body.attestation()));
        var site = address.require(request.getHeader(HttpHeaders.HOST));
        var browser = AskedCookie.in(request);
        return new Added(passkeys.add(session, body.name(), making, site, browser));
    }

    /** Calls a passkey something else. */
    @PutMapping("/{id}")
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(Session session, @PathVariable long id, @RequestBody NewName body) {
        passkeys.rename(session.actor().id(), id, body.name());
    }

    /** Takes a passkey away, unless it is one's last second factor. */
    @DeleteMapping("/{id}")
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Session session, @PathVariable long id) {
        stepUp.require(session.actor());
        passkeys.remove(session, id);
    }

    /** Shows in a session, by a passkey of its person, that they are still there. */
    @PostMapping("/shown")
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Session session, @RequestBody PasskeyBody body, HttpServletRequest request) {
        var site = address.require(request.getHeader(HttpHeaders.HOST));
        var browser = AskedCookie.in(request);
        signIn.confirm(session, new PasskeySignIn.Shown(body.read(), site, browser));
    }
}
