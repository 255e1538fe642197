package org.linli.platform.transfer;

/**
 * Notices a cell further to the right than any sheet reaches ({@code XFD}): the reader of workbooks
 * would fill its row, and the memory, up to there. Looks for an attribute {@code r} whose value
 * begins with more than three letters, wherever the bytes of a part are cut.
 */
final class FarCells {

    private static final int OUTSIDE = 0;
    private static final int SPACE = 1;
    private static final int NAME = 2;
    private static final int EQUALS = 3;
    private static final int VALUE = 4;
    private static final int MOST_LETTERS = 3;

    private int state;

    /** Whether there is one in the next bytes of the part. */
    boolean isIn(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            state = after(bytes[i]);
            if (state > VALUE + MOST_LETTERS) {
                return true;
            }
        }
        return false;
    }

    private int after(byte next) {
        var isSpace = next == ' ' || next == '\n' || next == '\r' || next == '\t';
        return switch (state) {
            case SPACE -> next == 'r' ? NAME : isSpace ? SPACE : OUTSIDE;
            case NAME -> next == '=' ? EQUALS : isSpace ? NAME : OUTSIDE;
            case EQUALS -> next == '"' || next == '\'' ? VALUE : isSpace ? EQUALS : OUTSIDE;
            case OUTSIDE -> isSpace ? SPACE : OUTSIDE;
            default -> inValue(next, isSpace);
        };
    }

    /** A letter may also hide behind an entity. */
    private int inValue(byte next, boolean isSpace) {
        if (next == '&') {
            return VALUE + MOST_LETTERS + 1;
        }
        return Character.isLetter(next) ? state + 1 : isSpace ? SPACE : OUTSIDE;
    }
}
