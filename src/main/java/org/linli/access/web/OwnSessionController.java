package org.linli.access.web;

import static org.linli.access.Action.OWN_SIGN_IN;

import java.time.Instant;
import java.util.List;
import org.linli.access.Permission;
import org.linli.access.Session;
import org.linli.access.Sessions;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own sessions: where one is signed in, and an end to it. */
@RestController
@RequestMapping("/api/v1/sessions")
class OwnSessionController {

    private final Sessions sessions;

    OwnSessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @param current whether it is the one that asks
     * @param agent how its browser names itself; empty if it did not
     */
    @Classified(FieldClass.C1)
    record Shown(
            long id,
            boolean current,
            String openedWith,
            String agent,
            Instant openedAt,
            Instant lastSeenAt) {}

    /** Where one is signed in, the latest used first. */
    @GetMapping
    @Permission(OWN_SIGN_IN)
    List<Shown> list(Session session) {
        return sessions.of(session.actor().id()).stream()
                .map(one ->
                        new Shown(
                                one.id(),
                                one.id() == session.id(),
                                one.openedWith().code(),
                                one.agent(),
                                one.openedAt(),
                                one.lastSeenAt()))
                .toList();
    }

    /** Signs out there. */
    @DeleteMapping("/{id}")
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Session session, @PathVariable long id) {
        sessions.end(session.actor().id(), id);
    }

    /** Signs out everywhere else. */
    @DeleteMapping
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Session session) {
        sessions.endOthers(session);
    }
}
