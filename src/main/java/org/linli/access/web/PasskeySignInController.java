package org.linli.access.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.OpenToAll;
import org.linli.access.OwnAddress;
import org.linli.access.PasskeySignIn;
import org.linli.access.ProviderSignIn;
import org.linli.access.Session;
import org.linli.access.SessionCookie;
import org.linli.access.SignIn;
import org.linli.access.SignedIn;
import org.linli.access.factor.KnownBrowsers;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a passkey. */
@RestController
@RequestMapping("/api/v1/session")
class PasskeySignInController {

    private final PasskeySignIn passkeys;
    private final ProviderSignIn provider;
    private final OwnAddress address;
    private final SignIn signIn;
    private final SignedIn signedIn;
    private final KnownBrowsers browsers;
    private final Proofs proofs;

    PasskeySignInController(
            PasskeySignIn passkeys,
            ProviderSignIn provider,
            OwnAddress address,
            SignIn signIn,
            SignedIn signedIn,
            KnownBrowsers browsers,
            Proofs proofs) {
        this.passkeys = passkeys;
        this.provider = provider;
        this.address = address;
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.browsers = browsers;
        this.proofs = proofs;
    }

    /**
     * How one can sign in here, besides by link and by password.
     *
     * @param passkeys whether passkeys work at the address by which the caller came
     * @param address where they would; null where no one address is set
     * @param provider what people call the other system that they may sign in with; null for none
     */
    @Classified(FieldClass.C1)
    record Ways(boolean passkeys, @Nullable String address, @Nullable String provider) {}

    /**
     * What the browser is to have shown. All bytes are in base64url.
     *
     * @param known the passkeys that will do; none if any will
     */
    @Classified(FieldClass.C1)
    record Wanted(String challenge, String domain, List<String> known) {}

    /** How one can sign in at this address. */
    @GetMapping("/ways")
    @OpenToAll(because = "the sign-in page has to know what to offer")
    Ways ways(HttpServletRequest request) {
        var site = address.site(request.getHeader(HttpHeaders.HOST));
        return new Ways(site.isPresent(), address.set(), provider.name().orElse(null));
    }

    /** What the browser needs to have a passkey shown within five minutes. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Wanted.class)))
    @PostMapping("/passkey/challenge")
    @OpenToAll(because = "whoever signs in has to be asked; the question gives nothing away")
    ResponseEntity<Wanted> begin(HttpServletRequest request) {
        var site = address.require(request.getHeader(HttpHeaders.HOST));
        var account = Session.current().map(session -> session.actor().id()).orElse(null);
        var wanted = passkeys.begin(account, site);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, AskedCookie.keeping(wanted.browser(), request))
                .body(
                        new Wanted(
                                wanted.challenge(),
                                site.domain(),
                                PasskeyBody.texts(wanted.known())));
    }

    /** Signs in as whoever's passkey it is. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SignedIn.Body.class)))
    @PostMapping("/passkey")
    @OpenToAll(because = "this is how one signs in; the passkey is what opens it")
    ResponseEntity<SignedIn.Body> open(@RequestBody PasskeyBody body, HttpServletRequest request) {
        var shown =
                new PasskeySignIn.Shown(
                        body.read(),
                        address.require(request.getHeader(HttpHeaders.HOST)),
                        AskedCookie.in(request));
        var opened =
                passkeys.open(
                        shown,
                        KnownBrowserCookie.in(request),
                        Agent.of(request),
                        proofs.keyIn(request));
        SessionCookie.in(request).ifPresent(signIn::end);
        var mark = KnownBrowserCookie.keeping(browsers.mark(opened.actor().id()), request);
        return signedIn.opened(opened, request, mark);
    }
}
