package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.linli.access.factor.DeviceProofs;
import org.linli.access.factor.ProofRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The proof that a phone puts into the header {@code DPoP} of each request. */
@Component
class Proofs {

    private static final String HEADER = "DPoP";
    private static final String ATTRIBUTE = Proofs.class.getName();

    private final DeviceProofs proofs;

    Proofs(DeviceProofs proofs) {
        this.proofs = proofs;
    }

    /**
     * The key that signed the request; null if it carries no proof. A proof is taken once, however
     * often a request is asked for it.
     *
     * @throws ProofRefused if the proof is none, or not of this request
     */
    byte @Nullable [] keyIn(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof byte[] known) {
            return known;
        }
        var proof = request.getHeader(HEADER);
        if (proof == null) {
            return null;
        }
        var key =
                proofs.keyBehind(
                        proof,
                        request.getMethod(),
                        request.getHeader(HttpHeaders.HOST),
                        request.getRequestURI());
        request.setAttribute(ATTRIBUTE, key);
        return key;
    }
}
