package org.linli.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who holds which posts, for those who have something to tell them. */
@Component
public class Holders {

    private static final Set<Role> OF_A_UNIT = EnumSet.of(Role.UNIT_HANDLER, Role.SECONDED_OFFICER);

    private final AccountStore store;

    Holders(AccountStore store) {
        this.store = store;
    }

    /** The accounts with a post in one of these roles over an area that holds this place. */
    public List<String> over(Set<Role> roles, String path) {
        return sound(store.holders(roles, path, null));
    }

    /** The accounts whose post is to solve what this unit is given. */
    public List<String> ofUnit(String unit) {
        return sound(store.holders(OF_A_UNIT, null, unit));
    }

    /** Posts that were changed past Linli tell nobody anything. */
    private static List<String> sound(List<Account> holders) {
        return holders.stream()
                .filter(account -> account.active() && account.isSound())
                .map(Account::id)
                .toList();
    }
}
