package org.linli.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.access.Accounts;
import org.linli.access.OpenToAll;
import org.linli.access.SessionCookie;
import org.linli.access.SignIn;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.people.Units;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a visitor of the demo choose whom to be. Not there outside the demo. */
@RestController
@RequestMapping("/api/v1/demo")
@ConditionalOnBooleanProperty("linli.demo")
class DemoController {

    private final DemoDistrict district;
    private final Accounts accounts;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Grid grid;
    private final Units units;

    DemoController(
            DemoDistrict district,
            Accounts accounts,
            SignIn signIn,
            SessionCookie cookie,
            Grid grid,
            Units units) {
        this.district = district;
        this.accounts = accounts;
        this.signIn = signIn;
        this.cookie = cookie;
        this.grid = grid;
        this.units = units;
    }

    @Classified(FieldClass.C0)
    record Shown(List<ShownPersona> personas, LocalDateTime endsOn) {}

    @Classified(FieldClass.C0)
    record ShownPersona(
            String key,
            String name,
            String role,
            String areaCode,
            @Nullable String areaName,
            @Nullable String unitCode,
            @Nullable String unitName,
            String page) {}

    record Choice(@Nullable String persona) {}

    @GetMapping
    @OpenToAll(because = "whoever tries the demo has not signed in yet")
    Shown show() {
        return new Shown(
                Arrays.stream(Persona.values()).map(this::shown).toList(), district.endsOn());
    }

    @PostMapping("/sign-in")
    @OpenToAll(because = "in the demo everybody may be anybody")
    ResponseEntity<ShownPersona> signIn(@RequestBody Choice choice, HttpServletRequest request) {
        var key = choice.persona() == null ? "" : choice.persona();
        var persona =
                Persona.of(key)
                        .orElseThrow(() -> new InvalidValue("request/value", "persona", key));
        var code = signIn.issue(persona.accountId(), persona.accountId());
        var session = signIn.use(code.code(), "demo");
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.keeping(session, request).toString())
                .body(shown(persona));
    }

    private ShownPersona shown(Persona persona) {
        var actor = accounts.actor(persona.accountId());
        var post = actor.posts().getFirst();
        var unit = post.unitCode();
        return new ShownPersona(
                persona.key(),
                actor.name(),
                post.role().code(),
                post.areaCode(),
                grid.division(post.areaCode()).map(Division::name).orElse(null),
                unit,
                unit == null ? null : units.nameOf(unit).orElse(null),
                persona.page());
    }
}
