package org.linli.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Gives each test context an administrator, so that it counts as set up, and tests the tokens they
 * act with. A test of set-up itself asks for none by {@code linli.test.nobody=true}.
 */
@Component
public class TestAccounts implements ApplicationRunner {

    private static final String ADMINISTRATOR = "test:administrator";

    private final Accounts accounts;
    private final Tokens tokens;
    private final boolean nobody;

    TestAccounts(
            Accounts accounts, Tokens tokens, @Value("${linli.test.nobody:false}") boolean nobody) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.nobody = nobody;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!nobody) {
            accounts.ensure(ADMINISTRATOR, "Administrator of the tests");
            accounts.setPosts(ADMINISTRATOR, List.of(everywhere(Role.ADMINISTRATOR)));
        }
    }

    /** A bearer token of somebody with this role over everything. */
    public String tokenFor(Role role) {
        return tokenFor(everywhere(role));
    }

    /** A bearer token of somebody with this role over an area. */
    public String tokenFor(Role role, String areaPath, @Nullable String unitCode) {
        var codes = areaPath.substring(1, areaPath.length() - 1);
        var areaCode = codes.substring(codes.lastIndexOf('/') + 1);
        return tokenFor(new Post(role, areaCode, areaPath, unitCode));
    }

    private String tokenFor(Post post) {
        return tokens.issue(post.role().code(), post, ADMINISTRATOR, Duration.ofDays(1)).token();
    }

    private static Post everywhere(Role role) {
        return new Post(role, Post.EVERYWHERE, Post.EVERYWHERE, null);
    }
}
