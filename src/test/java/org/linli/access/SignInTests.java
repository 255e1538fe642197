package org.linli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.AuditTrail;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** How long codes, sessions and tokens open doors, told by a clock that stands still. */
@LinliTest
class SignInTests {

    @Autowired private JdbcClient sql;

    @Autowired private TransactionTemplate transaction;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private AuditTrail trail;
    @Autowired private ObjectProvider<Areas> areas;
    @Autowired private Seals seals;

    private final MovingClock clock = new MovingClock();
    private final String id = "test:" + UUID.randomUUID();
    private Accounts accounts;
    private SignIn signIn;
    private Tokens tokens;
    private Callers callers;
    private SessionStore sessionStore;
    private TokenStore tokenStore;

    @BeforeEach
    void stand() {
        var broken = new BrokenSeals(trail, transactions, clock);
        var accountStore = new AccountStore(sql, seals);
        sessionStore = new SessionStore(sql, accountStore, seals, broken);
        tokenStore = new TokenStore(sql, seals, broken);
        callers = new Callers(sessionStore, tokenStore, areas, clock);
        accounts = transactional(new Accounts(accountStore, callers, trail, clock));
        signIn =
                transactional(
                        new SignIn(
                                accounts,
                                new SignInStore(sql),
                                sessionStore,
                                callers,
                                broken,
                                trail,
                                clock,
                                new AccessSettings(AccessSettings.Devices.OFFERED, null, null)));
        tokens = transactional(new Tokens(tokenStore, callers, trail, clock));
        accounts.ensure(id, "陈晓");
    }

    @Test
    void aCodeSignsInOnceAndNeverAgain() {
        var code = signIn.issue(id, "test").code();

        assertThat(signIn.use(code, "test").actor().id()).isEqualTo(id);
        assertThatThrownBy(() -> signIn.use(code, "test")).isInstanceOf(CodeNotUsable.class);
    }

    @Test
    void aCodeNobodyIssuedOpensNothing() {
        assertThatThrownBy(() -> signIn.use("guess", "test")).isInstanceOf(CodeNotUsable.class);
    }

    @Test
    void aCodeIsOfNoUseAfterHalfAnHour() {
        var code = signIn.issue(id, "test").code();

        clock.pass(Duration.ofMinutes(30));

        assertThatThrownBy(() -> signIn.use(code, "test")).isInstanceOf(CodeNotUsable.class);
    }

    @Test
    void anOfficeSessionEndsAfterAQuarterOfAnHourUnused() {
        holds(Role.STREET_DISPATCHER);
        var secret = session();

        clock.pass(Duration.ofMinutes(14));
        assertThat(callers.ofSession(secret, true)).isPresent();
        clock.pass(Duration.ofMinutes(14));
        assertThat(callers.ofSession(secret, true)).isPresent();
        clock.pass(Duration.ofMinutes(15));
        assertThat(callers.ofSession(secret, true)).isEmpty();
    }

    @Test
    void aPageThatAsksByItselfDoesNotKeepASessionAlive() {
        holds(Role.STREET_DISPATCHER);
        var secret = session();

        for (var i = 0; i < 14; i++) {
            clock.pass(Duration.ofMinutes(1));
            assertThat(callers.ofSession(secret, false)).isPresent();
        }
        clock.pass(Duration.ofMinutes(1));

        assertThat(callers.ofSession(secret, false)).isEmpty();
    }

    @Test
    void anOfficeSessionEndsAfterTenHoursHoweverBusy() {
        holds(Role.STREET_DISPATCHER);
        var secret = session();

        for (var i = 0; i < 59; i++) {
            clock.pass(Duration.ofMinutes(10));
            assertThat(callers.ofSession(secret, true)).isPresent();
        }
        clock.pass(Duration.ofMinutes(10));

        assertThat(callers.ofSession(secret, true)).isEmpty();
    }

    @Test
    void anAdministratorsSessionEndsSooner() {
        holds(Role.VIEWER, Role.ADMINISTRATOR);
        var unused = session();
        var busy = session();

        for (var i = 0; i < 47; i++) {
            clock.pass(Duration.ofMinutes(5));
            assertThat(callers.ofSession(busy, true)).isPresent();
        }
        clock.pass(Duration.ofMinutes(5));

        assertThat(callers.ofSession(unused, true)).isEmpty();
        assertThat(callers.ofSession(busy, true)).isEmpty();
    }

    @Test
    void whatAnotherNodeSignedOutIsRefusedWithinASecond() {
        holds(Role.VIEWER);
        var secret = session();
        assertThat(callers.ofSession(secret, true)).isPresent();
        sessionStore.end(Secret.hash(secret));

        clock.pass(Duration.ofSeconds(1));

        assertThat(callers.ofSession(secret, true)).isEmpty();
    }

    @Test
    void aSessionInTheFieldOutlastsAShiftWithoutANetwork() {
        holds(Role.GRID_MEMBER);
        var secret = session();

        clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(callers.ofSession(secret, true)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(callers.ofSession(secret, true)).isEmpty();
    }

    @Test
    void whoHoldsAnOfficePostBesidesTheFieldHasAnOfficeSession() {
        holds(Role.GRID_MEMBER, Role.VIEWER);
        var secret = session();

        clock.pass(Duration.ofMinutes(60));

        assertThat(callers.ofSession(secret, true)).isEmpty();
    }

    @Test
    void anAccountUnusedForNinetyDaysSleepsUntilALinkWakesIt() {
        holds(Role.VIEWER);
        session();
        clock.pass(SignIn.ASLEEP_AFTER.minusSeconds(1));
        assertThat(opened(Session.OpenedWith.PASSWORD)).isNotNull();
        clock.pass(SignIn.ASLEEP_AFTER.minusSeconds(1));
        signIn.openHalf(id, "test");
        clock.pass(Duration.ofSeconds(1));

        for (var kept :
                List.of(
                        Session.OpenedWith.PASSWORD,
                        Session.OpenedWith.PASSKEY,
                        Session.OpenedWith.OTHER_SYSTEM)) {
            assertThatThrownBy(() -> opened(kept)).isInstanceOf(AccountAsleep.class);
        }
        assertThat(refusedSignIns()).containsExactly("password", "passkey", "other_system");

        assertThat(callers.ofSession(session(), true)).isPresent();
        assertThat(opened(Session.OpenedWith.PASSKEY)).isNotNull();
    }

    @Test
    void anAccountThatWasNeverUsedSleepsTooAndAnInvitedPhoneWakesIt() {
        clock.pass(SignIn.ASLEEP_AFTER);

        assertThatThrownBy(() -> opened(Session.OpenedWith.PASSKEY))
                .isInstanceOf(AccountAsleep.class);
        assertThat(opened(Session.OpenedWith.DEVICE)).isNotNull();
        assertThat(opened(Session.OpenedWith.PASSKEY)).isNotNull();
    }

    private OpenedSession opened(Session.OpenedWith with) {
        return signIn.open(id, with, "test", null);
    }

    private List<@Nullable String> refusedSignIns() {
        return sql.sql(
                        """
                        select purpose from audit.event
                        where actor = :id and act = 'sign-in' and result = 'refused'
                        order by id
                        """)
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Test
    void aSessionThatWasLeftIsOver() {
        var secret = session();
        assertThat(callers.ofSession(secret, true)).isPresent();

        signIn.end(secret);

        assertThat(callers.ofSession(secret, true)).isEmpty();
    }

    @Test
    void rightsChangeForSessionsThatAreOpen() {
        holds(Role.VIEWER);
        var secret = session();
        assertThat(callers.ofSession(secret, true))
                .get()
                .matches(who -> who.actor().posts().size() == 1);

        holds();

        assertThat(callers.ofSession(secret, true))
                .get()
                .matches(who -> who.actor().posts().isEmpty());
    }

    @Test
    void whoHasLeftCannotSignInAndIsSignedOut() {
        holds(Role.VIEWER);
        var secret = session();
        var code = signIn.issue(id, "test").code();

        accounts.close(id);

        assertThat(callers.ofSession(secret, true)).isEmpty();
        assertThatThrownBy(() -> signIn.use(code, "test")).isInstanceOf(CodeNotUsable.class);
        assertThatThrownBy(() -> signIn.issue(id, "test")).isInstanceOf(NoSuchAccount.class);
    }

    @Test
    void aTokenLivesItsTimeAndNoLonger() {
        var token = tokens.issue("hotline", post(Role.VIEWER), "test", Tokens.USUAL_LIFE).token();

        clock.pass(Duration.ofDays(90).minusSeconds(1));
        assertThat(callers.ofToken(token)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(callers.ofToken(token)).isEmpty();
    }

    @Test
    void aRevokedTokenOpensNothingFromThatMoment() {
        var made = tokens.issue("hotline", post(Role.VIEWER), "test", Tokens.USUAL_LIFE);
        assertThat(callers.ofToken(made.token())).isPresent();

        tokens.revoke(made.id());

        assertThat(callers.ofToken(made.token())).isEmpty();
    }

    @Test
    void whatAnotherNodeRevokedOpensNothingAfterFiveSecondsHoweverOftenItIsUsed() {
        var made = tokens.issue("hotline", post(Role.VIEWER), "test", Tokens.USUAL_LIFE);
        assertThat(callers.ofToken(made.token())).isPresent();
        tokenStore.revoke(made.id(), clock.instant());

        clock.pass(Duration.ofSeconds(4));
        assertThat(callers.ofToken(made.token())).isPresent();
        clock.pass(Duration.ofSeconds(4));

        assertThat(callers.ofToken(made.token())).isEmpty();
    }

    @Test
    void settingTheSamePostsAgainChangesNothing() {
        assertThat(holds(Role.VIEWER, Role.CHECKER)).isTrue();
        assertThat(holds(Role.CHECKER, Role.VIEWER)).isFalse();
        assertThat(holds(Role.CHECKER)).isTrue();
        assertThat(accounts.actor(id).posts()).containsExactly(post(Role.CHECKER));
    }

    @Test
    void theDatabaseKeepsNoSecretInTheClear() {
        var session = session();
        var code = signIn.issue(id, "test").code();
        var token = tokens.issue("hotline", post(Role.VIEWER), "test", Tokens.USUAL_LIFE).token();

        var kept =
                sql.sql(
                                """
                                select string_agg(t::text, ' ') from (
                                    select s::text from access.session s
                                    union all select c::text from access.sign_in_code c
                                    union all select k::text from access.service_token k) as r(t)
                                """)
                        .query(String.class)
                        .single();

        assertThat(kept).doesNotContain(session, code, token);
    }

    /** As Spring would hand it out. */
    @SuppressWarnings("unchecked")
    private <T> T transactional(T target) {
        var factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvice(
                new TransactionInterceptor(
                        transactions, new AnnotationTransactionAttributeSource(false)));
        return (T) factory.getProxy();
    }

    private String session() {
        return signIn.use(signIn.issue(id, "test").code(), "test").secret();
    }

    private boolean holds(Role... roles) {
        var posts = java.util.Arrays.stream(roles).map(SignInTests::post).toList();
        return Boolean.TRUE.equals(transaction.execute(_ -> accounts.setPosts(id, posts)));
    }

    private static Post post(Role role) {
        return new Post(role, "990104", "/990000/990100/990104/", null);
    }
}
