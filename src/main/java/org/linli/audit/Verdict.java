package org.linli.audit;

import java.util.Optional;
import org.linli.platform.words.Message;

/**
 * What a check of the whole trail came to.
 *
 * @param records how many records are sealed, as far as they were read
 * @param waiting how many are not sealed yet
 * @param checkpoints how many checkpoints they were compared with
 * @param fault the first bad record or checkpoint and what is wrong with it; empty if all is well
 */
public record Verdict(long records, long waiting, int checkpoints, Optional<Message> fault) {

    /** Whether nothing was found. */
    public boolean holds() {
        return fault.isEmpty();
    }
}
