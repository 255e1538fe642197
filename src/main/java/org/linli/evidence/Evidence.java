package org.linli.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.linli.access.Actor;
import org.linli.audit.Act;
import org.linli.audit.AuditEvent;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.Claim;
import org.linli.platform.operation.Operation;
import org.linli.platform.operation.Operations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;

/** Photos: taken in once, stripped of what they need not tell, shown by right. */
@Service
public class Evidence {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private final Darkroom darkroom;
    private final PhotoFiles files;
    private final PhotoStore store;
    private final Operations operations;
    private final AuditTrail trail;
    private final Clock clock;
    private final ObjectProvider<PhotoRight> rights;

    /**
     * @param rights asked for when needed, because the modules that offer them stand on this one
     */
    Evidence(
            Darkroom darkroom,
            PhotoFiles files,
            PhotoStore store,
            Operations operations,
            AuditTrail trail,
            Clock clock,
            ObjectProvider<PhotoRight> rights) {
        this.darkroom = darkroom;
        this.files = files;
        this.store = store;
        this.operations = operations;
        this.trail = trail;
        this.clock = clock;
        this.rights = rights;
    }

    /** What an upload is answered with. */
    @Classified(FieldClass.C1)
    record Receipt(UUID photoId) {}

    /**
     * Takes a photo in. It is on disk and in the database for good when this returns.
     *
     * @throws PhotoRefused if it is no picture, damaged, or larger than is taken in
     */
    public Answer store(Actor actor, UUID opId, InputStreamSource file) throws IOException {
        var operation = operations.of(actor.id(), opId, hashed(file));
        return operations.once(operation, () -> develop(actor, operation, file));
    }

    private Answer develop(Actor actor, Operation operation, InputStreamSource file) {
        var print = darkroom.develop(() -> bytes(file));
        var photo =
                new Photo(
                        UUID.randomUUID(),
                        HexFormat.of().formatHex(sha256().digest(print.jpeg())),
                        actor.id(),
                        print.width(),
                        print.height(),
                        print.jpeg().length);
        var answer = operations.answer(201, new Receipt(photo.id()));
        files.put(photo.hash(), print);
        var event =
                AuditEvent.of(
                        clock.instant(),
                        actor.id(),
                        Act.PHOTO_ADD,
                        Thing.PHOTO,
                        photo.id().toString());
        var claim = new Claim(operation, answer);
        store.add(photo, print.likeness(), claim, event.request(operation.hash()));
        return answer;
    }

    /**
     * Makes sure that an actor may hang these photos on a record: that they are there, and theirs.
     *
     * @throws UnknownPhoto if one is not
     */
    public void requireSentBy(Actor actor, Collection<UUID> photos) {
        if (photos.isEmpty()) {
            return;
        }
        var missing = new LinkedHashSet<>(photos);
        store.sentBy(actor.id(), photos).forEach(missing::remove);
        missing.stream()
                .findFirst()
                .ifPresent(id -> {
                    throw new UnknownPhoto(id);
                });
    }

    /**
     * What these photos look like, in 64 bits each; those taken in before that was kept are left
     * out.
     */
    public List<Long> likenesses(Collection<UUID> photos) {
        return photos.isEmpty() ? List.of() : store.likenesses(photos);
    }

    /** Hangs photos on a record, within the caller's transaction; twice is once. */
    public void attach(Holder holder, Collection<UUID> photos) {
        if (!photos.isEmpty()) {
            store.attach(holder, photos);
        }
    }

    /**
     * The file of a photo that an actor sent, or that belongs to a record they may see.
     *
     * @throws PhotoNotFound if there is none, or none for them
     */
    Path shown(Actor actor, UUID id) {
        var photo = store.find(id).orElseThrow(PhotoNotFound::new);
        boolean own = !actor.isAnonymous() && actor.id().equals(photo.uploader());
        if (!own && store.holders(id).stream().noneMatch(holder -> maySee(actor, holder))) {
            throw new PhotoNotFound();
        }
        return looked(photo);
    }

    /**
     * The file of a photo of one of the records that the caller has opened already.
     *
     * @throws PhotoNotFound if none of them has such a photo
     */
    public Path shownOf(Collection<Holder> holders, UUID id) {
        return holders.stream()
                .flatMap(holder -> store.ofHolder(holder, id).stream())
                .findFirst()
                .map(this::looked)
                .orElseThrow(PhotoNotFound::new);
    }

    /** A photo may show people: whoever is given it leaves a trace first. */
    private Path looked(Photo photo) {
        trail.note(trail.now(Act.PHOTO_READ, Thing.PHOTO, photo.id().toString()));
        return files.path(photo.hash());
    }

    private boolean maySee(Actor actor, Holder holder) {
        return rights.stream()
                .anyMatch(
                        right -> right.kind().equals(holder.kind()) && right.maySee(actor, holder));
    }

    private static byte[] bytes(InputStreamSource file) throws IOException {
        try (var in = file.getInputStream()) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw PhotoRefused.tooManyBytes();
            }
            return bytes;
        }
    }

    private static String hashed(InputStreamSource file) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(file.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
