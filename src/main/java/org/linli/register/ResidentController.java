package org.linli.register;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.linli.access.AccessContext;
import org.linli.access.OpenToAll;
import org.linli.access.Told;
import org.linli.platform.operation.Operations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

/** A resident's own page, opened by a code from a counter. */
@RestController
@RequestMapping("/api/v1/resident")
class ResidentController {

    private static final String OWN = "resident's own page";
    private static final String COOKIE = "linli_resident";
    private static final String PATH = "/api/v1/resident";
    private static final String BECAUSE =
            "residents have no account; a code from a counter opens it";

    private final Residents residents;

    ResidentController(Residents residents) {
        this.residents = residents;
    }

    record Code(String code) {}

    record Ending(UUID opId) {}

    /** Opens the page with a code, for an hour at most. */
    @PostMapping("/session")
    @OpenToAll(because = BECAUSE)
    ResponseEntity<Told<Residents.OwnPage>> open(
            @RequestBody Code body, HttpServletRequest request) {
        var opened = AccessContext.asSystem(OWN, () -> residents.open(body.code()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(opened.secret(), Duration.ofHours(1), request).toString())
                .body(AccessContext.asSystem(OWN, () -> residents.page(opened.secret())));
    }

    /** Closes it. */
    @DeleteMapping("/session")
    @OpenToAll(because = BECAUSE)
    ResponseEntity<Void> close(HttpServletRequest request) {
        var secret = secret(request);
        AccessContext.asSystem(OWN, () -> residents.close(secret));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString())
                .build();
    }

    /** What is kept of the resident, and everybody who was shown any of it. */
    @GetMapping("/page")
    @OpenToAll(because = BECAUSE)
    Told<Residents.OwnPage> page(HttpServletRequest request) {
        var secret = secret(request);
        return AccessContext.asSystem(OWN, () -> residents.page(secret));
    }

    /** Asks why somebody looked. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Residents.Filed.class)))
    @PostMapping("/complaints")
    @OpenToAll(because = BECAUSE)
    ResponseEntity<String> complain(
            @RequestBody Residents.NewComplaint body, HttpServletRequest request) {
        var secret = secret(request);
        return Operations.send(AccessContext.asSystem(OWN, () -> residents.complain(secret, body)));
    }

    /** Takes back a need. */
    @Changes
    @PostMapping("/needs/{needId}/end")
    @OpenToAll(because = BECAUSE)
    ResponseEntity<String> endNeed(
            @PathVariable UUID needId, @RequestBody Ending body, HttpServletRequest request) {
        var secret = secret(request);
        return Operations.send(
                AccessContext.asSystem(OWN, () -> residents.endNeed(secret, needId, body.opId())));
    }

    private static String secret(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            throw new PageClosed();
        }
        return cookie.getValue();
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(PATH)
                .maxAge(age)
                .build();
    }
}
