package org.linli.register;

import java.util.List;
import java.util.UUID;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Operations;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entering what the register holds. */
@RestController
@RequestMapping("/api/v1/register")
class EntryController {

    private final Households households;
    private final Agreements agreements;
    private final Persons persons;
    private final Needs needs;
    private final Residents residents;

    EntryController(
            Households households,
            Agreements agreements,
            Persons persons,
            Needs needs,
            Residents residents) {
        this.households = households;
        this.agreements = agreements;
        this.persons = persons;
        this.needs = needs;
        this.residents = residents;
    }

    /**
     * @param key the whole number of a household, or its whole address
     */
    record HouseholdQuestion(String key) {}

    @Classified(FieldClass.C1)
    record HouseholdList(List<Households.ShownHousehold> items) {}

    record Ending(UUID opId) {}

    /** Households of the caller's with exactly this number or address. */
    @PostMapping("/households/look-ups")
    @Permission(Action.REGISTER_WRITE)
    HouseholdList find(Actor actor, @RequestBody HouseholdQuestion body) {
        return new HouseholdList(households.find(actor, body.key()));
    }

    /** Enters a household. */
    @Enters
    @PostMapping("/households")
    @Permission(Action.REGISTER_WRITE)
    ResponseEntity<String> household(Actor actor, @RequestBody Households.NewHousehold body) {
        return Operations.send(households.add(actor, body));
    }

    /** Notes that a household was told what is kept of it. */
    @Enters
    @PostMapping("/households/{householdId}/notices")
    @Permission(Action.REGISTER_WRITE)
    ResponseEntity<String> notice(
            Actor actor, @PathVariable UUID householdId, @RequestBody Agreements.NewNotice body) {
        return Operations.send(agreements.add(actor, householdId, body));
    }

    /** Enters a person, once their household has been given the notice. */
    @Enters
    @PostMapping("/households/{householdId}/persons")
    @Permission(Action.REGISTER_WRITE)
    ResponseEntity<String> person(
            Actor actor, @PathVariable UUID householdId, @RequestBody Persons.NewPerson body) {
        return Operations.send(persons.add(actor, householdId, body));
    }

    /** Notes that a household agreed to something. */
    @Enters
    @PostMapping("/households/{householdId}/consents")
    @Permission(Action.REGISTER_WRITE)
    ResponseEntity<String> consent(
            Actor actor, @PathVariable UUID householdId, @RequestBody Agreements.NewConsent body) {
        return Operations.send(agreements.add(actor, householdId, body));
    }

    /** Takes a consent back, and with it what rests on it. */
    @Changes
    @PostMapping("/households/{householdId}/consents/{consentId}/withdrawal")
    @Permission(Action.REGISTER_WRITE)
    ResponseEntity<String> withdraw(
            Actor actor,
            @PathVariable UUID householdId,
            @PathVariable UUID consentId,
            @RequestBody Ending body) {
        return Operations.send(agreements.withdraw(actor, householdId, consentId, body.opId()));
    }

    /** Notes help that a household is offered, by which basis and until when. */
    @Enters
    @PostMapping("/households/{householdId}/needs")
    @Permission(Action.REGISTER_WRITE)
    ResponseEntity<String> need(
            Actor actor, @PathVariable UUID householdId, @RequestBody Needs.NewNeed body) {
        return Operations.send(needs.add(actor, householdId, body));
    }

    /** Ends a need before its day. */
    @Changes
    @PostMapping("/households/{householdId}/needs/{needId}/end")
    @Permission(Action.REGISTER_WRITE)
    ResponseEntity<String> endNeed(
            Actor actor,
            @PathVariable UUID householdId,
            @PathVariable UUID needId,
            @RequestBody Ending body) {
        return Operations.send(needs.end(actor, householdId, needId, body.opId()));
    }

    /** A code that opens the page of who stands at the counter; it is shown once. */
    @PostMapping("/resident-codes")
    @Permission(Action.RESIDENT_CODE_ISSUE)
    @ResponseStatus(HttpStatus.CREATED)
    Residents.IssuedCode residentCode(Actor actor, @RequestBody Residents.CodeWanted body) {
        return residents.issue(actor, body);
    }
}
