package org.linli.access.web;

import static org.linli.access.Action.OWN_SIGN_IN;

import java.util.List;
import org.linli.access.Factors;
import org.linli.access.Permission;
import org.linli.access.Session;
import org.linli.access.StepUp;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What oneself signs in with. */
@RestController
@RequestMapping("/api/v1/factors")
class FactorController {

    private final Factors factors;
    private final StepUp stepUp;

    FactorController(Factors factors, StepUp stepUp) {
        this.factors = factors;
        this.stepUp = stepUp;
    }

    /**
     * What one has set up.
     *
     * @param fresh whether a factor was shown lately enough for what asks for one
     */
    @Classified(FieldClass.C1)
    record Shown(boolean password, boolean totp, int recoveryCodes, int passkeys, boolean fresh) {}

    record NewPassword(String password) {}

    record Code(String code) {}

    /**
     * @param recoveryCodes shown this once
     */
    @Classified(FieldClass.C1)
    record RecoveryCodes(List<String> recoveryCodes) {}

    /** What one can sign in with. */
    @GetMapping
    @Permission(OWN_SIGN_IN)
    Shown show(Session session) {
        var held = factors.held(session.actor().id());
        return new Shown(
                held.password(),
                held.totp(),
                held.recoveryCodes(),
                held.passkeys(),
                stepUp.isFresh(session));
    }

    /** Sets one's password and ends one's other sessions. */
    @PutMapping("/password")
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(Session session, @RequestBody NewPassword body) {
        stepUp.require(session.actor());
        factors.setPassword(session, body.password());
    }

    /** A secret for one's authenticator app; it counts once a code of it has been given. */
    @PostMapping("/app")
    @Permission(OWN_SIGN_IN)
    Factors.AppSecret beginApp(Session session) {
        stepUp.require(session.actor());
        return factors.beginTotp(session.actor().id());
    }

    /** Makes the app one's second factor and ends one's other sessions. */
    @PostMapping("/app/code")
    @Permission(OWN_SIGN_IN)
    RecoveryCodes confirmApp(Session session, @RequestBody Code body) {
        stepUp.require(session.actor());
        return new RecoveryCodes(factors.confirmTotp(session, body.code()));
    }

    /** Recovery codes in place of all former ones. */
    @PostMapping("/recovery-codes")
    @Permission(OWN_SIGN_IN)
    RecoveryCodes newCodes(Session session) {
        stepUp.require(session.actor());
        return new RecoveryCodes(factors.newRecoveryCodes(session.actor().id()));
    }
}
