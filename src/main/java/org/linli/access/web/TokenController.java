package org.linli.access.web;

import static org.linli.access.Action.ACCOUNT_ADMINISTER;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Actor;
import org.linli.access.Administration;
import org.linli.access.Permission;
import org.linli.access.Policy;
import org.linli.access.Posts;
import org.linli.access.ServiceToken;
import org.linli.access.StepUp;
import org.linli.access.Tokens;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Service tokens, for administrators within their own area. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    private static final int LONGEST_LIFE_DAYS = 366;

    private final Tokens tokens;
    private final Administration administration;
    private final Posts posts;
    private final StepUp stepUp;

    TokenController(Tokens tokens, Administration administration, Posts posts, StepUp stepUp) {
        this.tokens = tokens;
        this.administration = administration;
        this.posts = posts;
        this.stepUp = stepUp;
    }

    /**
     * @param name what the token is for
     * @param days how long it lives; null for the usual 90
     */
    record NewToken(
            UUID opId,
            String name,
            String role,
            String areaCode,
            @Nullable String unitCode,
            @Nullable Integer days) {

        Duration life() {
            if (days == null) {
                return Tokens.USUAL_LIFE;
            }
            if (days < 1 || days > LONGEST_LIFE_DAYS) {
                throw new InvalidValue("request/out-of-range", "days", 1, LONGEST_LIFE_DAYS);
            }
            return Duration.ofDays(days);
        }
    }

    /**
     * @param token shown this once
     */
    @Classified(FieldClass.C1)
    record Made(long id, String token, Instant expiresAt) {}

    /** A token as its list shows it, without the token itself. */
    @Classified(FieldClass.C1)
    record Shown(
            long id,
            String name,
            Posts.Shown post,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /** Tokens over areas within the caller's, by id. */
    @GetMapping
    @Permission(ACCOUNT_ADMINISTER)
    Page<Shown> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") long cursor) {
        var scope = Policy.scope(actor, ACCOUNT_ADMINISTER);
        var found = tokens.list(scope, cursor, Page.checkedLimit(limit) + 1);
        var shown = found.stream().map(this::shown).toList();
        return Page.of(shown, limit, token -> String.valueOf(token.id()));
    }

    /** Makes a token, which is shown this once. */
    @PostMapping
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    Made issue(Actor actor, @RequestBody NewToken body) {
        stepUp.require(actor);
        var post = posts.of(body.role(), body.areaCode(), body.unitCode());
        var made = administration.issueToken(actor, body.opId(), body.name(), post, body.life());
        return new Made(made.id(), made.token(), made.expiresAt());
    }

    /** Revokes a token, from this moment on. */
    @DeleteMapping("/{id}")
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable long id) {
        stepUp.require(actor);
        administration.revokeToken(actor, id);
    }

    private Shown shown(ServiceToken token) {
        return new Shown(
                token.id(),
                token.name(),
                posts.shown(token.post()),
                token.createdBy(),
                token.createdAt(),
                token.expiresAt(),
                token.revokedAt());
    }
}
