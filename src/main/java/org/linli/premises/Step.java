package org.linli.premises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.InvalidValue;
import org.linli.platform.problem.Text;
import org.linli.premises.Finding.Result;

/**
 * A step as a request says it.
 *
 * @param step {@code inspect} with a finding for each item of the list, {@code revisit} with what
 *     was seen of each open fault, or {@code cancel} with a reason in {@code note}
 * @param version of the check as the caller saw it
 */
record Step(
        @Nullable UUID opId,
        @Nullable String step,
        @Nullable Integer version,
        @Nullable List<Found> findings,
        @Nullable List<SeenAgain> seen,
        @Nullable String note) {

    private static final int LONGEST_NOTE = 500;

    Step {
        findings = findings == null ? null : List.copyOf(findings);
        seen = seen == null ? null : List.copyOf(seen);
    }

    /**
     * @param result {@code fine}, {@code fault} or {@code not_applicable}
     * @param photoIds of a fault
     */
    record Found(
            int itemNo,
            @Nullable String result,
            @Nullable String note,
            @Nullable List<UUID> photoIds) {

        Found {
            photoIds = photoIds == null ? null : List.copyOf(photoIds);
        }

        private Finding finding() {
            var text = Text.optional("findings.note", note, LONGEST_NOTE);
            var found =
                    Arrays.stream(Result.values())
                            .filter(one -> one.code().equals(result))
                            .findFirst()
                            .orElseThrow(() ->
                                    new InvalidValue("premises/unknown-result", "findings.result"));
            return new Finding(itemNo, found, text, null, null);
        }
    }

    record SeenAgain(int itemNo, boolean mended) {}

    UUID operationId() {
        if (opId == null) {
            throw InvalidValue.missing("opId");
        }
        return opId;
    }

    void requireVersion(Inspection inspection) {
        if (version == null) {
            throw InvalidValue.missing("version");
        }
        if (version != inspection.version()) {
            throw new OldVersion(version, inspection.version());
        }
    }

    String said() {
        return Text.optional("note", note, LONGEST_NOTE);
    }

    String reason() {
        return Text.required("note", note, LONGEST_NOTE);
    }

    /** A finding for each item of the list and for nothing else, in the order of the list. */
    List<Finding> findings(Checklist list) {
        var told = new HashMap<Integer, Finding>();
        all().forEach(one -> told.put(one.itemNo(), one.finding()));
        var found = new ArrayList<Finding>();
        for (var item : list.items()) {
            found.add(present("findings", item.no(), told.remove(item.no())));
        }
        told.keySet().stream()
                .findAny()
                .ifPresent(no -> {
                    throw new InvalidValue("premises/unknown-item", "findings", no);
                });
        return found;
    }

    /** Whether each open fault was seen to be mended. */
    Map<Integer, Boolean> mended(Inspection inspection) {
        var told = new HashMap<Integer, Boolean>();
        (seen == null ? List.<SeenAgain>of() : seen)
                .forEach(one -> told.put(one.itemNo(), one.mended()));
        var mended = new HashMap<Integer, Boolean>();
        for (var fault : inspection.open()) {
            mended.put(fault.itemNo(), present("seen", fault.itemNo(), told.get(fault.itemNo())));
        }
        return mended;
    }

    /** The photos of each item. */
    Map<Integer, List<UUID>> photos() {
        var photos = new HashMap<Integer, List<UUID>>();
        all().forEach(one ->
                photos.put(one.itemNo(), one.photoIds() == null ? List.of() : one.photoIds()));
        return photos;
    }

    private List<Found> all() {
        return findings == null ? List.of() : findings;
    }

    private static <T> T present(String field, int itemNo, @Nullable T told) {
        if (told == null) {
            throw new InvalidValue("premises/item-missing", field, itemNo);
        }
        return told;
    }
}
