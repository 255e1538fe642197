package org.linli.platform.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does each write once. The store that performs it makes the {@link Claim} a part of its own
 * statement, so that the operation id, the effect and the answer are stored together or not at all.
 */
@Component
public class Operations {

    private static final JsonInclude.Value ONLY_WHAT_IS_SAID =
            JsonInclude.Value.construct(
                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY);

    private final OperationStore store;
    private final JsonMapper json;
    private final JsonMapper hashed;
    private final SingletonSupplier<Integer> epoch;

    Operations(OperationStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
        this.hashed =
                json.rebuild()
                        .changeDefaultPropertyInclusion(_ -> ONLY_WHAT_IS_SAID)
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build();
        this.epoch = SingletonSupplier.of(store::epoch);
    }

    /**
     * Names the operation by its sender, its id and a hash of its content. What the content leaves
     * empty is left out of the hash, so that a field added later changes nothing about operations
     * stored before; nor does the order of fields or of a map's entries count.
     */
    public Operation of(String caller, UUID opId, Object content) {
        return new Operation(caller, opId, sha256(hashed.writeValueAsBytes(content)));
    }

    /**
     * The answer to a write: the stored one if the operation was done before, else that of the
     * effect, which must claim the operation in the statement that stores it.
     *
     * @throws OperationReused if the id was used with another content
     */
    public Answer once(Operation operation, Supplier<Answer> effect) {
        return answered(operation).orElseGet(() -> onceOptimistically(operation, effect));
    }

    /**
     * As {@link #once}, but looks for the stored answer only after the effect has failed: one query
     * less for what is mostly done for the first time, and cheap to try again.
     */
    public Answer onceOptimistically(Operation operation, Supplier<Answer> effect) {
        try {
            return effect.get();
        } catch (RuntimeException refused) {
            // whatever it met first: the claim, or a case that its first sending has moved
            return answered(operation).orElseThrow(() -> refused);
        }
    }

    /**
     * Claims an operation whose effect takes several statements, inside their transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it was done before
     */
    public void claim(Operation operation, Answer answer) {
        store.store(new Claim(operation, answer));
    }

    /**
     * Which life of the installation this is: it rises when a backup is restored, so that clients
     * can offer again what they sent since the backup was made.
     */
    public int epoch() {
        return epoch.obtain();
    }

    /** An answer with this body as JSON. */
    public Answer answer(int status, Object body) {
        return new Answer(status, json.writeValueAsString(body));
    }

    /** The answer as it goes out over HTTP. */
    public static ResponseEntity<String> send(Answer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    /**
     * What a write was answered with; empty if it was not done before.
     *
     * @throws OperationReused if the id was used with another content
     */
    public Optional<Answer> answered(Operation operation) {
        return store.find(operation)
                .map(known -> {
                    if (!MessageDigest.isEqual(known.hash(), operation.hash())) {
                        throw new OperationReused(operation.opId());
                    }
                    return known.answer();
                });
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
