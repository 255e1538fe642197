package org.linli.cases.history;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text form of PostgreSQL's COPY, the fastest way in. */
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean rowBegun;

    /** Adds a value to the row; null is null, times and numbers as they print themselves. */
    CopyText add(@Nullable Object value) {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Adds an array of texts to the row. */
    CopyText array(Collection<String> values) {
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return add(array.append('}'));
    }

    void endRow() {
        text.append('\n');
        rowBegun = false;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Sends the rows. */
    void send(Connection connection, String copy) {
        if (isEmpty()) {
            return;
        }
        try {
            var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            in.writeToCopy(bytes, 0, bytes.length);
            in.endCopy();
        } catch (SQLException failed) {
            throw new IllegalStateException(copy, failed);
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
