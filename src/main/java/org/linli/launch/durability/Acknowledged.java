package org.linli.launch.durability;

import java.util.UUID;

/**
 * A report that its sender was told is stored.
 *
 * @param caseNo the number it was told
 */
record Acknowledged(UUID opId, String caseNo) {

    String line() {
        return opId + " " + caseNo + "\n";
    }

    static Acknowledged of(String line) {
        var space = line.indexOf(' ');
        return new Acknowledged(
                UUID.fromString(line.substring(0, space)), line.substring(space + 1));
    }
}
