package org.linli.vault;

import java.nio.charset.StandardCharsets;

/**
 * The one place a sealed value belongs to; it opens nowhere else.
 *
 * @param table with its schema
 * @param row the primary key of its row
 */
public record FieldRef(KeyClass keyClass, String table, String column, String row) {

    /** The place and the key as one sequence of bytes; no part can run over into another. */
    byte[] bound(String keyId) {
        return String.join("\0", table, column, row, keyId).getBytes(StandardCharsets.UTF_8);
    }
}
