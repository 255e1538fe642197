package org.linli.access.web;

import static org.linli.access.Action.ACCOUNT_ADMINISTER;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.access.Administration;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.access.ProviderSignIn;
import org.linli.access.SessionCookie;
import org.linli.access.SignIn;
import org.linli.access.SignedIn;
import org.linli.access.StepUp;
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

/** Signing in with an account at another system, and saying who is who there. */
@RestController
@RequestMapping("/api/v1")
class ProviderController {

    private final ProviderSignIn provider;
    private final Administration administration;
    private final SignIn signIn;
    private final SignedIn signedIn;
    private final StepUp stepUp;
    private final Proofs proofs;

    ProviderController(
            ProviderSignIn provider,
            Administration administration,
            SignIn signIn,
            SignedIn signedIn,
            StepUp stepUp,
            Proofs proofs) {
        this.provider = provider;
        this.administration = administration;
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.stepUp = stepUp;
        this.proofs = proofs;
    }

    /**
     * @param address where the browser is to go
     */
    @Classified(FieldClass.C1)
    record Journey(String address) {}

    /**
     * @param code that the other system sent the browser back with
     * @param state that it brought back
     * @param issuer {@code iss}, where the other system names itself
     */
    record Return(String code, String state, @Nullable String issuer) {}

    /**
     * @param subject who the account is at the other system; null if nobody has said
     */
    @Classified(FieldClass.C1)
    record Link(@Nullable String subject) {}

    record NewLink(String subject) {}

    /** Sends the browser to the other system, to be back within ten minutes. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Journey.class)))
    @PostMapping("/session/provider/journey")
    @OpenToAll(because = "whoever signs in has to be sent; the address gives nothing away")
    ResponseEntity<Journey> begin(HttpServletRequest request) {
        var journey = provider.begin();
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, AskedCookie.keeping(journey.browser(), request))
                .body(new Journey(journey.address().toString()));
    }

    /** Signs in as whom the other system vouches for. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SignedIn.Body.class)))
    @PostMapping("/session/provider")
    @OpenToAll(because = "this is how one signs in; the other system's word is what opens it")
    ResponseEntity<SignedIn.Body> open(@RequestBody Return body, HttpServletRequest request) {
        var back =
                new ProviderSignIn.Return(
                        body.code(), body.state(), body.issuer(), AskedCookie.in(request));
        var opened = provider.open(back, Agent.of(request), proofs.keyIn(request));
        SessionCookie.in(request).ifPresent(signIn::end);
        return signedIn.opened(opened, request);
    }

    /** Who an account is at the other system. */
    @GetMapping("/accounts/{id}/provider")
    @Permission(ACCOUNT_ADMINISTER)
    Link link(Actor actor, @PathVariable String id) {
        return new Link(administration.providerSubject(actor, id).orElse(null));
    }

    /** Says who an account is at the other system, and signs it out everywhere. */
    @PutMapping("/accounts/{id}/provider")
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(Actor actor, @PathVariable String id, @RequestBody NewLink body) {
        stepUp.require(actor);
        administration.linkToProvider(actor, id, body.subject());
    }

    /** Takes that back, and signs the account out everywhere. */
    @DeleteMapping("/accounts/{id}/provider")
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(Actor actor, @PathVariable String id) {
        stepUp.require(actor);
        administration.unlinkFromProvider(actor, id);
    }
}
