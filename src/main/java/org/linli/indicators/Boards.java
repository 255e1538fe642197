package org.linli.indicators;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Policy;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Operations;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which figures each role works by: eight at most, since nobody acts on more (DOMAIN §8.15), and
 * never a satisfaction without how many answered.
 */
@Service
class Boards {

    static final int MOST = 8;

    private static final List<String> USUAL =
            List.of(
                    "reported",
                    "filed_rate",
                    "self_handled_rate",
                    "on_time_rate_of_due",
                    "overdue_open",
                    "return_rate",
                    "satisfied_rate",
                    "answer_rate");

    private final BoardStore store;
    private final Operations operations;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Boards(
            BoardStore store,
            Operations operations,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.operations = operations;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * What a role's board is to show.
     *
     * @param names of figures, in order
     */
    record Chosen(UUID opId, List<String> names) {

        Chosen {
            names = List.copyOf(names);
        }
    }

    /** The role that somebody sees figures by. */
    Role roleOf(Actor actor) {
        return actor.posts().stream()
                .map(Post::role)
                .distinct()
                .filter(role -> Policy.mayAnywhere(only(actor, role), Action.INDICATOR_READ))
                .min(Comparator.naturalOrder())
                .orElse(Role.VIEWER);
    }

    /** Whether whoever holds it sees figures at all. */
    static boolean seesFigures(Role role) {
        return Policy.mayAnywhere(
                new Actor("", "", List.of(new Post(role, "", Post.EVERYWHERE, null))),
                Action.INDICATOR_READ);
    }

    private static Actor only(Actor actor, Role role) {
        return new Actor(actor.id(), actor.name(), actor.postsAs(Set.of(role)).toList());
    }

    /** The figures of a role's board, in order. */
    List<Indicator> of(Role role) {
        return store.names(role.code()).orElse(USUAL).stream().map(Question::named).toList();
    }

    /**
     * Changes what a role's board shows, once.
     *
     * @throws InvalidValue if they are more than eight or none, one is unknown, barred or there
     *     twice, or one must not be read without another
     */
    Answer choose(Actor actor, String roleCode, Chosen chosen) {
        var role =
                Role.of(roleCode)
                        .orElseThrow(() -> new InvalidValue("request/value", "role", roleCode));
        var operation = operations.of(actor.id(), chosen.opId(), List.of(roleCode, chosen));
        return operations.once(
                operation,
                () -> {
                    var names = checked(chosen.names());
                    var answer = operations.answer(200, new Kept(role.code(), names));
                    transaction.executeWithoutResult(_ -> {
                        store.keep(role.code(), names);
                        trail.record(trail.now(Act.BOARD_CHANGE, Thing.BOARD, role.code()));
                        operations.claim(operation, answer);
                    });
                    return answer;
                });
    }

    /** A board as it is kept. */
    @Classified(FieldClass.C0)
    record Kept(String role, List<String> names) {}

    private static List<String> checked(List<String> names) {
        if (names.isEmpty() || names.size() > MOST) {
            throw new InvalidValue("indicator/too-many", "names", MOST);
        }
        var figures = names.stream().map(Question::named).toList();
        if (figures.stream().distinct().count() < figures.size()) {
            throw new InvalidValue("indicator/twice", "names");
        }
        var known = figures.stream().map(Indicator::name).toList();
        requireBeside(known, "satisfied_rate", "answer_rate");
        requireBeside(known, "mean_hours", "median_hours");
        return known;
    }

    private static void requireBeside(List<String> names, String name, String other) {
        if (names.contains(name) && !names.contains(other)) {
            throw new InvalidValue("indicator/not-alone", "names", name, other);
        }
    }
}
