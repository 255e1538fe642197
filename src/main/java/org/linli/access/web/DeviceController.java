package org.linli.access.web;

import static org.linli.access.Action.DEVICE_ADMINISTER;
import static org.linli.access.Action.OWN_SIGN_IN;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.access.Account;
import org.linli.access.Accounts;
import org.linli.access.Actor;
import org.linli.access.Administration;
import org.linli.access.Device;
import org.linli.access.Devices;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.access.Policy;
import org.linli.access.SignedIn;
import org.linli.access.StepUp;
import org.linli.access.factor.ProofRefused;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.problem.InvalidValue;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The phones that people work with: enrolled by a leader's code, stopped when they are lost. */
@RestController
@RequestMapping("/api/v1/devices")
class DeviceController {

    private static final String PAGE = "/field/enrol";

    private final Devices devices;
    private final Accounts accounts;
    private final Administration administration;
    private final StepUp stepUp;
    private final Proofs proofs;
    private final SignedIn signedIn;

    DeviceController(
            Devices devices,
            Accounts accounts,
            Administration administration,
            StepUp stepUp,
            Proofs proofs,
            SignedIn signedIn) {
        this.devices = devices;
        this.accounts = accounts;
        this.administration = administration;
        this.stepUp = stepUp;
        this.proofs = proofs;
        this.signedIn = signedIn;
    }

    record Wanted(UUID opId, String accountId) {}

    /**
     * @param link to be put behind the address of this installation and scanned by the phone
     */
    @Classified(FieldClass.C1)
    record Invitation(String accountId, String link, Instant expiresAt) {}

    /**
     * @param code of the invitation
     * @param name what to call the phone
     */
    record Enrolment(String code, String name) {}

    record NewStatus(String status) {}

    @Classified(FieldClass.C1)
    record Shown(long id, String name, String status, Instant enrolledAt, Instant lastSeenAt) {

        static Shown of(Device device) {
            return new Shown(
                    device.id(),
                    device.name(),
                    device.status().code(),
                    device.enrolledAt(),
                    device.lastSeenAt());
        }
    }

    /** Somebody who works in the field, with their phones. */
    @Classified(FieldClass.C1)
    record Worker(String accountId, String name, List<Shown> devices) {}

    /** One's own phones, the newest first. */
    @GetMapping
    @Permission(OWN_SIGN_IN)
    List<Shown> own(Actor actor) {
        return devices.of(List.of(actor.id())).stream().map(Shown::of).toList();
    }

    /** Those whom the caller leads, by account, with their phones. */
    @GetMapping("/workers")
    @Permission(DEVICE_ADMINISTER)
    Page<Worker> workers(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        var scope = Policy.scope(actor, DEVICE_ADMINISTER);
        var page =
                Page.of(
                        accounts.list(scope, cursor, Page.checkedLimit(limit) + 1),
                        limit,
                        Account::id);
        var led = page.items().stream().filter(one -> Devices.leads(actor, one)).toList();
        var theirs = devices.of(led.stream().map(Account::id).toList());
        return new Page<>(led.stream().map(one -> worker(one, theirs)).toList(), page.next());
    }

    /** A code by which somebody's phone is enrolled once, within ten minutes. */
    @PostMapping("/invitations")
    @Permission(DEVICE_ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    Invitation invite(Actor actor, @RequestBody Wanted body) {
        stepUp.require(actor);
        var issued = administration.deviceCode(actor, body.opId(), body.accountId());
        // behind the hash, which no server and no log gets to see
        var link = PAGE + "#" + issued.code();
        return new Invitation(issued.accountId(), link, issued.expiresAt());
    }

    /** Enrols the phone whose key signed the request, and signs its person in on it. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = SignedIn.Body.class)))
    @PostMapping
    @OpenToAll(because = "the phone's person is not signed in yet; the code is what opens it")
    ResponseEntity<SignedIn.Body> enrol(@RequestBody Enrolment body, HttpServletRequest request) {
        var key = proofs.keyIn(request);
        if (key == null) {
            throw new ProofRefused();
        }
        var opened = devices.enrol(body.code(), body.name(), key, Agent.of(request));
        return signedIn.opened(opened, request);
    }

    /** Says what became of a phone; anything but active ends its sessions at once. */
    @PutMapping("/{id}/status")
    @Permission(OWN_SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Actor actor, @PathVariable long id, @RequestBody NewStatus body) {
        var status =
                Device.Status.of(body.status())
                        .orElseThrow(() ->
                                new InvalidValue("access/device-status", "status", body.status()));
        if (status == Device.Status.ACTIVE) {
            // taking a lost phone away must never wait for a factor
            stepUp.require(actor);
        }
        devices.change(actor, id, status);
    }

    private static Worker worker(Account account, List<Device> devices) {
        return new Worker(
                account.id(),
                account.name(),
                devices.stream()
                        .filter(device -> device.accountId().equals(account.id()))
                        .map(Shown::of)
                        .toList());
    }
}
