package org.linli.checks;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Account;
import org.linli.access.Post;
import org.linli.access.Role;

/**
 * Who looks at whose work: somebody outside the handler's unit, and by turns, so that no two people
 * come to depend on each other (定期轮换). First whoever has not met this handler for longest, then
 * whoever has waited longest for any work.
 */
final class Rotation {

    private static final Set<Role> OF_THE_GRID =
            EnumSet.of(
                    Role.GRID_MEMBER, Role.GRID_HEAD, Role.GRID_ASSISTANT, Role.SECONDED_OFFICER);

    private Rotation() {}

    /**
     * The next to look.
     *
     * @param checkers who may look at the place at all
     * @param handlersPosts those of whoever did the work
     * @param community the path of the community the work lies in: the grid's own is one unit
     * @param barred who reported or handled it
     * @param metHandler when each looked at this handler's work last
     * @param hadWork when each was given anything last
     */
    static Optional<String> next(
            List<Account> checkers,
            List<Post> handlersPosts,
            String community,
            Set<String> barred,
            Map<String, Instant> metHandler,
            Map<String, Instant> hadWork) {
        return checkers.stream()
                .filter(checker -> !barred.contains(checker.id()))
                .filter(checker -> !isOfUnit(checker, handlersPosts))
                .filter(checker -> !worksIn(checker, community))
                .map(Account::id)
                .min(
                        Comparator.comparing(
                                        (String id) -> metHandler.getOrDefault(id, Instant.MIN))
                                .thenComparing(id -> hadWork.getOrDefault(id, Instant.MIN))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isOfUnit(Account checker, List<Post> handlersPosts) {
        return checker.posts().stream()
                .anyMatch(post ->
                        post.unitCode() != null
                                && handlersPosts.stream()
                                        .anyMatch(
                                                other -> post.unitCode().equals(other.unitCode())));
    }

    private static boolean worksIn(Account checker, String community) {
        return checker.posts().stream()
                .filter(post -> OF_THE_GRID.contains(post.role()))
                .anyMatch(post ->
                        post.areaPath().startsWith(community)
                                || community.startsWith(post.areaPath()));
    }

    /** The path above that of a cell. */
    static String above(String path) {
        var end = path.lastIndexOf('/', path.length() - 2);
        return end <= 0 ? path : path.substring(0, end + 1);
    }
}
