package org.linli.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the checkpoints outside the database say: every line of them looked at once. */
final class Witness {

    private final Map<Long, Checkpoint> bySealNo = new HashMap<>();
    private final List<String> hashes = new ArrayList<>();
    private long lastSealNo;

    /**
     * Reads the file of a database.
     *
     * @throws Tampered naming the first line that is not as it was written
     */
    static Witness of(UUID database, List<String> lines, SigningKey key) {
        var witness = new Witness();
        var before = Checkpoint.NONE;
        for (var line : lines) {
            var no = witness.hashes.size() + 1L;
            var read = Checkpoint.read(line).orElseThrow(() -> altered(no));
            if (read.no() != no
                    || !read.database().equals(database)
                    || !read.before().equals(before)
                    || !read.isSignedBy(key)) {
                throw altered(no);
            }
            if (read.sealNo() < witness.lastSealNo) {
                throw new Tampered("audit/went-back", no, read.sealNo(), witness.lastSealNo);
            }
            before = HexFormat.of().formatHex(read.hash());
            witness.take(read, before);
        }
        return witness;
    }

    private static Tampered altered(long no) {
        return new Tampered("audit/checkpoint-altered", no);
    }

    private void take(Checkpoint checkpoint, String hash) {
        hashes.add(hash);
        bySealNo.put(checkpoint.sealNo(), checkpoint);
        lastSealNo = checkpoint.sealNo();
    }

    /**
     * Compares with what the database was told, so that lines cut off the end are missed.
     *
     * @throws Tampered if a line is gone, or another
     */
    void require(List<SealStore.Witnessed> told, String signer) {
        for (var checkpoint : told) {
            if (!checkpoint.signer().equals(signer)) {
                throw new Tampered("audit/checkpoints-of-another", checkpoint.no());
            }
            if (checkpoint.no() > hashes.size()) {
                throw new Tampered("audit/checkpoint-missing", checkpoint.no());
            }
            if (!hashes.get(Math.toIntExact(checkpoint.no()) - 1).equals(checkpoint.line())) {
                throw altered(checkpoint.no());
            }
        }
    }

    /**
     * Compares the chain where a checkpoint was written.
     *
     * @throws Tampered if the chain was another one then
     */
    void require(long sealNo, byte[] head) {
        var checkpoint = bySealNo.get(sealNo);
        if (checkpoint != null && !HexFormat.of().formatHex(head).equals(checkpoint.head())) {
            throw new Tampered(
                    "audit/another-history",
                    before(checkpoint) + 1,
                    sealNo,
                    checkpoint.no(),
                    checkpoint.at().toString());
        }
    }

    /**
     * @throws Tampered if fewer records are sealed than there were
     */
    void requireAll(long sealed) {
        if (sealed < lastSealNo) {
            var code = sealed == 0 ? "audit/wiped" : "audit/cut-off";
            throw new Tampered(code, sealed + 1, lastSealNo, hashes.size());
        }
    }

    int checkpoints() {
        return hashes.size();
    }

    /** The last record that the checkpoint before this one vouches for. */
    private long before(Checkpoint checkpoint) {
        return bySealNo.keySet().stream()
                .filter(no -> no < checkpoint.sealNo())
                .max(Long::compare)
                .orElse(0L);
    }
}
