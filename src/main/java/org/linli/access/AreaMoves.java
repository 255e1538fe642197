package org.linli.access;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes posts and tokens along when their area is put under another parent. */
@Component
public class AreaMoves {

    private final AccountStore accounts;
    private final TokenStore tokens;
    private final Callers callers;
    private final AuditTrail trail;
    private final TransactionTemplate apart;

    AreaMoves(
            AccountStore accounts,
            TokenStore tokens,
            Callers callers,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.callers = callers;
        this.trail = trail;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** An area that something is held over, and its path when that was given. */
    record Held(String areaCode, String areaPath) {}

    /**
     * Gives whatever is held over an area the path that the area has now. Nothing changes where it
     * has not moved, or is no more.
     *
     * @param pathNow the path of the area with this code; null if there is none
     */
    public void follow(Function<String, @Nullable String> pathNow) {
        var moved =
                Stream.concat(accounts.heldAreas().stream(), tokens.heldAreas().stream())
                        .distinct()
                        .filter(held -> isElsewhere(held, pathNow.apply(held.areaCode())))
                        .map(Held::areaCode)
                        .toList();
        if (moved.isEmpty()) {
            return;
        }
        apart.executeWithoutResult(_ ->
                moved.forEach(code -> {
                    var path = pathNow.apply(code);
                    if (path != null) {
                        accounts.moveArea(code, path);
                        tokens.moveArea(code, path);
                        trail.record(trail.now(Act.POSTS_MOVE, Thing.AREA, code));
                    }
                }));
        callers.forget();
    }

    private static boolean isElsewhere(Held held, @Nullable String pathNow) {
        return pathNow != null && !pathNow.equals(held.areaPath());
    }
}
