package org.linli.mediation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import org.linli.cases.TrackingCode;
import org.linli.mediation.MediationStore.Holder;
import org.springframework.stereotype.Component;

/**
 * What opens a mediation to a party: 80 random bits that are told once and kept as a hash. Whoever
 * has somebody else hand them something gets an invitation, which makes such a code once: so nobody
 * but they can sign.
 */
@Component
class Codes {

    private final MediationStore store;
    private final SecureRandom random = new SecureRandom();

    Codes(MediationStore store) {
        this.store = store;
    }

    /** A code of a party's own. */
    String own(Holder holder) {
        return issued(holder, false);
    }

    /** An invitation; those before it are worth nothing any more. */
    String invitation(Holder holder) {
        store.forgetInvitations(holder);
        return issued(holder, true);
    }

    /**
     * The code that an invitation makes, once.
     *
     * @throws NoSuchMediation if it is none, or was used
     */
    String redeemed(String invitation) {
        var holder =
                TrackingCode.read(invitation)
                        .flatMap(code -> store.holder(hash(code), true))
                        .orElseThrow(NoSuchMediation::new);
        if (!store.forgetInvitations(holder)) {
            throw new NoSuchMediation();
        }
        return issued(holder, false);
    }

    /** Whose code it is; an invitation is nobody's yet. */
    Optional<Holder> holder(String typed) {
        return TrackingCode.read(typed).flatMap(code -> store.holder(hash(code), false));
    }

    private String issued(Holder holder, boolean invitation) {
        var code = TrackingCode.next(random);
        store.addCode(holder, hash(code), invitation);
        return code;
    }

    /** Stands for a code where the code itself must not stand. */
    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
