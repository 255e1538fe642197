package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.access.IssuedCode;
import org.linli.access.OpenToAll;
import org.linli.access.Setup;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Making the first administrator in a browser. */
@RestController
class SetupController {

    private final Setup setup;

    SetupController(Setup setup) {
        this.setup = setup;
    }

    /**
     * @param code printed where Linli was started
     * @param name of the administrator
     */
    record FirstAdministrator(String code, String name) {}

    /** Makes the first administrator for whoever knows the set-up code. */
    @PostMapping("/api/v1/setup")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenToAll(because = "nobody has an account yet; the set-up code is what opens it")
    SignInLink make(@RequestBody FirstAdministrator body, HttpServletRequest request) {
        IssuedCode issued = setup.withCode(body.code(), body.name(), request.getRemoteAddr());
        return SignInLink.of(issued, SignInLink.checkedPage(null));
    }
}
