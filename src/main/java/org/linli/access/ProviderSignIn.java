package org.linli.access;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.OpenIdProvider.Errand;
import org.linli.access.factor.OpenIdProvider.Stranger;
import org.linli.access.factor.ProviderRefused;
import org.linli.access.factor.SignInKey;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.springframework.stereotype.Component;

/**
 * Signing in with an account at another system. It vouches for who somebody is there; who that is
 * here, an administrator has said before. Nobody gets an account by having one elsewhere.
 */
@Component
public class ProviderSignIn {

    private final Provider provider;
    private final ProviderStore store;
    private final Challenges challenges;
    private final SignInKey key;
    private final SignIn signIn;
    private final Devices devices;
    private final AuditTrail trail;

    ProviderSignIn(
            Provider provider,
            ProviderStore store,
            Challenges challenges,
            SignInKey key,
            SignIn signIn,
            Devices devices,
            AuditTrail trail) {
        this.provider = provider;
        this.store = store;
        this.challenges = challenges;
        this.key = key;
        this.signIn = signIn;
        this.devices = devices;
        this.trail = trail;
    }

    /**
     * A journey to the other system.
     *
     * @param address where it begins
     * @param browser a secret for the browser to keep until it is back
     */
    public record Journey(URI address, String browser) {}

    /**
     * What a browser has come back with.
     *
     * @param state that it was sent away with
     * @param issuer who sends it back; null if they do not say
     * @param browser the secret that it was to keep; null if it has none
     */
    public record Return(
            String code, String state, @Nullable String issuer, @Nullable String browser) {}

    /** What people call the other system; empty if there is none. */
    public Optional<String> name() {
        return provider.name();
    }

    /**
     * Sends a browser to the other system.
     *
     * @throws NoProvider if there is none
     */
    public Journey begin() {
        var client = provider.client();
        var asked = challenges.ask(Challenges.Of.PROVIDER);
        var errand = errand(asked.challenge(), asked.browser());
        return new Journey(client.address(errand), asked.browser());
    }

    /**
     * Opens a session for whoever has come back.
     *
     * @param agent how the browser names itself
     * @param deviceKey what signed the request; null if nothing did
     * @throws ProviderRefused if it was not sent, or the other system does not vouch for anybody
     * @throws NotLinked if nobody has said who they are here
     * @throws ProviderTooWeak if they showed too little there
     */
    public OpenedSession open(Return back, String agent, byte @Nullable [] deviceKey) {
        var known = "";
        try {
            var who = vouchedFor(back);
            var account =
                    store.account(provider.issuer(), who.subject())
                            .orElseThrow(() -> new NotLinked(who.subject()));
            known = account;
            if (provider.isTwoFactorsRequired() && !who.strong()) {
                throw new ProviderTooWeak();
            }
            var device = devices.idOf(account, deviceKey);
            return signIn.openVouched(account, who.shownAt(), agent, device);
        } catch (ProviderRefused | NotLinked | ProviderTooWeak refused) {
            var with = Session.OpenedWith.OTHER_SYSTEM.code();
            trail.note(trail.now(Act.SIGN_IN, Thing.ACCOUNT, known).purpose(with).refused());
            throw refused;
        }
    }

    /** No connection to the database waits while the other system is asked. */
    private Stranger vouchedFor(Return back) {
        var client = provider.client();
        var secret = back.browser;
        challenges.take(Challenges.Of.PROVIDER, back.state, secret, ProviderRefused::new);
        if (secret == null || back.issuer != null && !back.issuer.equals(provider.issuer())) {
            throw new ProviderRefused();
        }
        return client.redeem(back.code, errand(back.state, secret));
    }

    /** What has to be known again when the browser is back follows from its secret and our key. */
    private Errand errand(String state, String browser) {
        return new Errand(state, derived("nonce", browser), derived("verifier", browser));
    }

    private String derived(String use, String browser) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.derive("provider " + use + "\n" + browser));
    }
}
