package org.linli.access.web;

import static org.linli.access.Action.ACCOUNT_ADMINISTER;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Accounts;
import org.linli.access.Actor;
import org.linli.access.Administration;
import org.linli.access.Permission;
import org.linli.access.Policy;
import org.linli.access.Post;
import org.linli.access.Posts;
import org.linli.access.StepUp;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and their posts, for administrators within their own area. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private final Accounts accounts;
    private final Administration administration;
    private final Posts posts;
    private final StepUp stepUp;

    AccountController(
            Accounts accounts, Administration administration, Posts posts, StepUp stepUp) {
        this.accounts = accounts;
        this.administration = administration;
        this.posts = posts;
        this.stepUp = stepUp;
    }

    record NewAccount(UUID opId, String id, String name, List<PostBody> posts) {}

    record NewPosts(UUID opId, List<PostBody> posts) {}

    /**
     * @param page where to go on to after signing in; null for the office
     */
    record NewLink(UUID opId, @Nullable String page) {}

    /** Accounts with a post in the caller's area, and those without any, by id. */
    @GetMapping
    @Permission(ACCOUNT_ADMINISTER)
    Page<Administration.AccountView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        var scope = Policy.scope(actor, ACCOUNT_ADMINISTER);
        var found = accounts.list(scope, cursor, Page.checkedLimit(limit) + 1);
        var shown = found.stream().map(administration::view).toList();
        return Page.of(shown, limit, Administration.AccountView::id);
    }

    /** Makes an account with its posts. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Administration.AccountView.class)))
    @PostMapping
    @Permission(ACCOUNT_ADMINISTER)
    ResponseEntity<String> create(Actor actor, @RequestBody NewAccount body) {
        stepUp.require(actor);
        var given = read(body.posts());
        return Operations.send(
                administration.create(actor, body.opId(), body.id(), body.name(), given));
    }

    /** Gives an account exactly these posts. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Administration.AccountView.class)))
    @PutMapping("/{id}/posts")
    @Permission(ACCOUNT_ADMINISTER)
    ResponseEntity<String> setPosts(
            Actor actor, @PathVariable String id, @RequestBody NewPosts body) {
        stepUp.require(actor);
        var wanted = read(body.posts());
        return Operations.send(administration.setPosts(actor, body.opId(), id, wanted));
    }

    /** Makes a link that signs the account in once, within half an hour. */
    @PostMapping("/{id}/sign-in-link")
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    SignInLink signInLink(Actor actor, @PathVariable String id, @RequestBody NewLink body) {
        stepUp.require(actor);
        var page = SignInLink.checkedPage(body.page());
        return SignInLink.of(administration.signInCode(actor, body.opId(), id), page);
    }

    /** Ends an account's posts and sessions; history goes on naming it. */
    @DeleteMapping("/{id}")
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Actor actor, @PathVariable String id) {
        stepUp.require(actor);
        administration.close(actor, id);
    }

    /** Signs an account out everywhere. */
    @DeleteMapping("/{id}/sessions")
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(Actor actor, @PathVariable String id) {
        administration.endSessions(actor, id);
    }

    /** Takes away what an account signs in with, because its phone or paper is gone. */
    @DeleteMapping("/{id}/factors")
    @Permission(ACCOUNT_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetFactors(Actor actor, @PathVariable String id) {
        stepUp.require(actor);
        administration.forgetFactors(actor, id);
    }

    private List<Post> read(List<PostBody> bodies) {
        return InvalidValue.each("posts", bodies, body -> body.in(posts));
    }
}
