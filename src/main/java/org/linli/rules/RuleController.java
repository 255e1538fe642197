package org.linli.rules;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.access.Policy;
import org.linli.access.Role;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Operations;
import org.linli.platform.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The rules of a district over HTTP, for those who make them. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    private final RuleMaking making;
    private final RuleBook book;
    private final RuleStore store;
    private final RuleReader reader;
    private final RuleChanges changes;
    private final RuleConflicts conflicts;
    private final Clock clock;

    RuleController(
            RuleMaking making,
            RuleBook book,
            RuleStore store,
            RuleReader reader,
            RuleChanges changes,
            RuleConflicts conflicts,
            Clock clock) {
        this.making = making;
        this.book = book;
        this.store = store;
        this.reader = reader;
        this.changes = changes;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /** A step with all roles that the policy lets take it, of which rules may leave some out. */
    @Classified(FieldClass.C0)
    record Choice(String step, List<String> roles) {}

    /** A ready-made scheme of stages. */
    @Classified(FieldClass.C0)
    record Scheme(String code, List<StageOf> stages) {}

    @Classified(FieldClass.C1)
    record DraftLine(
            int id, String name, int version, String editedBy, Instant editedAt, boolean own) {}

    /**
     * What there is for a district.
     *
     * @param inForce the number of the version that new cases are filed under
     * @param versions the newest first; the last is what is shipped
     */
    @Classified(FieldClass.C1)
    record Overview(
            String district,
            String districtName,
            int inForce,
            List<RuleVersion> versions,
            List<DraftLine> drafts,
            List<Choice> choices,
            List<Scheme> schemes) {}

    /**
     * The stages that a district's cases are shown by now.
     *
     * @param district empty for all that have decided nothing
     * @param here whether it is the district of this installation
     */
    @Classified(FieldClass.C0)
    record Shown(String district, boolean here, List<StageOf> stages) {}

    /**
     * @param district null for that of this installation
     * @param rules as a file of rules holds them
     */
    record NewDraft(
            UUID opId,
            @Nullable String district,
            String name,
            @Schema(implementation = Rules.class) JsonNode rules) {}

    /**
     * @param version of the draft as the caller saw it
     */
    record ChangedDraft(
            UUID opId,
            int version,
            String name,
            @Schema(implementation = Rules.class) JsonNode rules) {}

    /**
     * @param version of the draft as the caller saw it
     * @param effectiveFrom today or later, within two years
     */
    record Enactment(UUID opId, int version, LocalDate effectiveFrom) {}

    /**
     * @param subject which of the rules
     * @param said in words
     */
    @Classified(FieldClass.C0)
    record SaidChange(String subject, String said) {}

    /**
     * What a draft would change.
     *
     * @param conflicts what speaks against it, in words
     */
    @Classified(FieldClass.C1)
    record Preview(List<SaidChange> changes, List<String> conflicts) {}

    /** How the stages of each district are called now, for lists and forms. */
    @GetMapping("/stages")
    @OpenToAll(because = "whoever follows a case must be told where it stands")
    List<Shown> stages() {
        var all = new ArrayList<Shown>();
        all.add(new Shown("", false, Rules.USUAL.stages()));
        for (var district : book.districts()) {
            var here = making.isHome(district);
            all.add(new Shown(district, here, book.inForce(district).rules().stages()));
        }
        return all;
    }

    /** What was decided for a district, and what is being thought about. */
    @GetMapping
    @Permission(Action.RULES_MAKE)
    Overview overview(Actor actor, @RequestParam(required = false) @Nullable String district) {
        var theirs = making.district(actor, district);
        var versions = versions(theirs.code());
        return new Overview(
                theirs.code(),
                theirs.name(),
                versions.stream()
                        .filter(version -> version.status().equals(RuleVersion.IN_FORCE))
                        .findFirst()
                        .orElseThrow()
                        .no(),
                versions,
                store.drafts(theirs.code()).stream().map(draft -> line(actor, draft)).toList(),
                Takers.CHOSEN.stream().map(RuleController::choice).toList(),
                List.of(
                        new Scheme("five", StageOf.FIVE),
                        new Scheme("six", StageOf.SIX),
                        new Scheme("seven", StageOf.SEVEN)));
    }

    /** A version as the file that it is exported as; 0 is what is shipped. */
    @GetMapping("/versions/{no}")
    @Permission(Action.RULES_MAKE)
    RuleFile version(
            Actor actor,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String district) {
        var theirs = making.district(actor, district);
        if (no == 0) {
            return new RuleFile(RuleFile.FORMAT, theirs.code(), 0, "", null, Rules.USUAL);
        }
        return book.of(theirs.code()).stream()
                .filter(stored -> stored.no() == no)
                .findFirst()
                .map(stored ->
                        new RuleFile(
                                RuleFile.FORMAT,
                                stored.district(),
                                stored.no(),
                                stored.name(),
                                stored.effectiveAt(),
                                stored.rules().rules()))
                .orElseThrow(() -> new NoSuchRules(no));
    }

    /** Keeps rules to be thought about, written anew or read from a file. */
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Draft.class)))
    @PostMapping("/drafts")
    @Permission(Action.RULES_MAKE)
    ResponseEntity<String> draft(Actor actor, @RequestBody NewDraft body) {
        var district = making.district(actor, body.district());
        var rules = reader.read(body.rules());
        return Operations.send(making.draft(actor, body.opId(), district, body.name(), rules));
    }

    @GetMapping("/drafts/{id}")
    @Permission(Action.RULES_MAKE)
    Draft draft(Actor actor, @PathVariable int id) {
        return making.draft(actor, id);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Draft.class)))
    @PutMapping("/drafts/{id}")
    @Permission(Action.RULES_MAKE)
    ResponseEntity<String> change(
            Actor actor, @PathVariable int id, @RequestBody ChangedDraft body) {
        var draft = making.draft(actor, id);
        var rules = reader.read(body.rules());
        return Operations.send(
                making.change(actor, body.opId(), draft, body.version(), body.name(), rules));
    }

    /** Puts a draft away for good. */
    @DeleteMapping("/drafts/{id}")
    @Permission(Action.RULES_MAKE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Actor actor, @PathVariable int id) {
        making.discard(making.draft(actor, id));
    }

    /** What a draft would change of the rules in force, in words, and what speaks against it. */
    @GetMapping("/drafts/{id}/preview")
    @Permission(Action.RULES_MAKE)
    Preview preview(Actor actor, @PathVariable int id, Locale locale) {
        var draft = making.draft(actor, id);
        return new Preview(
                changes.between(making.inForce(draft), draft.rules()).stream()
                        .map(change ->
                                new SaidChange(change.subject(), Words.say(change.said(), locale)))
                        .toList(),
                conflicts.of(draft, book.of(draft.district()), clock.instant()).stream()
                        .map(conflict -> Words.say(conflict, locale))
                        .toList());
    }

    /** Puts a draft of another's in force. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RuleVersion.class)))
    @PostMapping("/drafts/{id}/enactment")
    @Permission(Action.RULES_MAKE)
    ResponseEntity<String> enact(Actor actor, @PathVariable int id, @RequestBody Enactment body) {
        return Operations.send(
                making.enact(actor, body.opId(), id, body.version(), body.effectiveFrom()));
    }

    private List<RuleVersion> versions(String district) {
        var now = clock.instant();
        var all = book.of(district);
        var shown = new ArrayList<RuleVersion>();
        var first = all.isEmpty() ? null : all.getFirst();
        var usual = first == null || first.effectiveAt().isAfter(now);
        shown.add(
                new RuleVersion(0, "", usual ? RuleVersion.IN_FORCE : "past", null, "", "", null));
        for (var i = 0; i < all.size(); i++) {
            var later = i + 1 < all.size() ? all.get(i + 1) : null;
            shown.add(RuleVersion.of(all.get(i), RuleVersion.status(all.get(i), later, now)));
        }
        return shown.reversed();
    }

    private static DraftLine line(Actor actor, Draft draft) {
        return new DraftLine(
                draft.id(),
                draft.name(),
                draft.version(),
                draft.editedByName(),
                draft.editedAt(),
                draft.editedBy().equals(actor.id()));
    }

    private static Choice choice(Action action) {
        return new Choice(
                Takers.step(action), Policy.roles(action).stream().map(Role::code).toList());
    }
}
