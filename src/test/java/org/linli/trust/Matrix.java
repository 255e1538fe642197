package org.linli.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.trust.Crowd.Caller;
import org.linli.trust.Oracle.Relation;
import org.linli.trust.Probes.Probe;
import org.linli.trust.Wire.Answer;
import org.linli.trust.Wire.Request;

/**
 * Asks everything as everybody of everywhere. What differs from the oracle, and each planted word
 * that reached somebody who may not read it, is a fault.
 */
final class Matrix {

    private static final String SESSION_ENDS = "DELETE /api/v1/session";

    private final Wire wire;
    private final Oracle oracle;
    private final Crowd crowd;
    private final Things things;
    private final Residents residents;
    private final Probes probes;
    private final List<String> faults = new ArrayList<>();
    private int calls;
    private int leaks;

    Matrix(
            Wire wire,
            Oracle oracle,
            Crowd crowd,
            Things things,
            Residents residents,
            Probes probes) {
        this.wire = wire;
        this.oracle = oracle;
        this.crowd = crowd;
        this.things = things;
        this.residents = residents;
        this.probes = probes;
    }

    /** Asks it all. */
    Matrix run() {
        for (var caller : crowd.everybody()) {
            // a session is ended when everything else was asked of it
            oracle.asked().stream()
                    .filter(operation -> !operation.equals(SESSION_ENDS))
                    .forEach(operation -> ask(operation, caller));
            oracle.asked().stream()
                    .filter(SESSION_ENDS::equals)
                    .forEach(operation -> ask(operation, caller));
        }
        return this;
    }

    List<String> faults() {
        return faults;
    }

    /** How many requests were sent. */
    int calls() {
        return calls;
    }

    /** How many answers held what their caller may not read. */
    int leaks() {
        return leaks;
    }

    private void ask(String operation, Caller caller) {
        for (var relation : Relation.values()) {
            var expected = oracle.expected(operation, caller.name(), relation);
            if (!expected.equals("-")) {
                ask(operation, caller, relation, expected);
            }
        }
    }

    private void ask(String operation, Caller caller, Relation relation, String expected) {
        var probe = probes.of(operation, caller, relation);
        for (var request : probe.requests()) {
            var answer = send(request, caller);
            var status = status(operation, answer);
            var told = operation + " as " + caller + " in " + relation + ": " + request + " → ";
            if (!expected.equals(status)) {
                faults.add(told + status + ", not " + expected + ": " + start(answer.body()));
            }
            if (!operation.contains("/tracking/")) {
                searched(operation, caller, answer, told);
            }
            if (status.equals("404") && !probe.random().isEmpty()) {
                sameAsNothing(probe, caller, answer, told);
            }
        }
    }

    /** Of a batch, the status of its last item; of what grows line by line, that of its end. */
    private static String status(String operation, Answer answer) {
        if (operation.contains("/operations") && answer.status() == 200) {
            var results = answer.json().path("results");
            return String.valueOf(results.path(results.size() - 1).path("status").asInt());
        }
        return String.valueOf(answer.status());
    }

    private void searched(String operation, Caller caller, Answer answer, String told) {
        for (var relation : Relation.values()) {
            searched(things.at(relation).canaries(), relation, caller, answer, told);
            searched(residents.canariesAt(relation), relation, caller, answer, told);
            countsOf(operation, relation, caller, answer, told);
        }
    }

    private void searched(
            Map<String, List<String>> canaries,
            Relation relation,
            Caller caller,
            Answer answer,
            String told) {
        canaries.forEach((fields, words) -> {
            var hidden = !oracle.maySee(fields, caller.name(), relation);
            if (hidden && words.stream().anyMatch(answer.body()::contains)) {
                leaks++;
                faults.add(told + "LEAK of the " + fields + " of " + relation);
            }
        });
    }

    /** A number tells as much as a word: cells with cases that a caller may not see. */
    private void countsOf(
            String operation, Relation relation, Caller caller, Answer answer, String told) {
        var cell = Ground.cell(relation);
        var counts =
                operation.contains("/map/cells")
                        || operation.endsWith("/indicators")
                        || operation.endsWith("/indicators/funnel");
        if (counts
                && !cell.isEmpty()
                && !oracle.maySee("case", caller.name(), relation)
                && answer.body().contains(cell)) {
            leaks++;
            faults.add(told + "LEAK of how many cases lie in " + relation);
        }
    }

    /** What is hidden must look like what does not exist, to the byte. */
    private void sameAsNothing(Probe probe, Caller caller, Answer answer, String told) {
        var nothing = send(probe.random().getFirst(), caller);
        var one = plain(answer.body(), probe.names());
        var other = plain(nothing.body(), probe.names());
        if (nothing.status() != 404 || !one.equals(other)) {
            leaks++;
            faults.add(told + "LEAK that it exists: " + one + " is not " + other);
        }
    }

    private static String plain(String body, List<String> names) {
        var plain = body;
        for (var name : names) {
            plain = plain.replace(name, "…");
        }
        return plain;
    }

    private Answer send(Request request, Caller caller) {
        calls++;
        return wire.send(request, caller.signed(request, wire.url(request)));
    }

    private static String start(String body) {
        return body.substring(0, Math.min(body.length(), 200));
    }

    /** What a caller sends along, for a test that asks by itself. */
    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
