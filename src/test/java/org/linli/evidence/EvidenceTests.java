package org.linli.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Actor;
import org.linli.platform.operation.Answer;
import org.linli.platform.operation.OperationReused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@LinliTest
class EvidenceTests {

    private static final Actor MEMBER = new Actor("staff:photo-member", "张三", List.of());
    private static final Actor OTHER = new Actor("staff:photo-other", "李四", List.of());

    @Autowired private Evidence evidence;
    @Autowired private PhotoStore store;
    @Autowired private PhotoFiles files;
    @Autowired private JdbcClient sql;
    @Autowired private JsonMapper json;

    @Test
    void aPhotoLiesAtTheAddressOfItsHash() throws IOException {
        var id = stored(MEMBER, TestPictures.taggedJpeg(48, 32, 6));

        var photo = store.find(id).orElseThrow();
        var file = evidence.shown(MEMBER, id);
        assertThat(photo.width()).isEqualTo(32);
        assertThat(file).endsWith(files.path(photo.hash())).exists();
        assertThat(Files.size(file)).isEqualTo(photo.bytes());
        assertThat(file.getFileName().toString()).isEqualTo(photo.hash() + ".jpg");
    }

    @Test
    void theSameOperationWithTheSameFileGivesTheSameAnswer() throws IOException {
        var opId = UUID.randomUUID();
        var picture = TestPictures.png(48, 32);

        var first = evidence.store(MEMBER, opId, new ByteArrayResource(picture));
        var second = evidence.store(MEMBER, opId, new ByteArrayResource(picture));

        assertThat(second).isEqualTo(first);
        assertThat(first.status()).isEqualTo(201);
        assertThatThrownBy(() ->
                        evidence.store(
                                MEMBER, opId, new ByteArrayResource(TestPictures.png(32, 48))))
                .isInstanceOf(OperationReused.class);
    }

    @Test
    void oneOperationSentManyTimesAtOnceIsDoneOnce() throws Exception {
        var insistent = new Actor("staff:photo-insistent", "", List.of());
        var opId = UUID.randomUUID();
        var picture = TestPictures.jpeg(48, 32);
        var sends = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 8; i++) {
            sends.add(() -> evidence.store(insistent, opId, new ByteArrayResource(picture)));
        }

        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(sends)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(photosOf(insistent)).isEqualTo(1);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        var nobody = new Actor("staff:photo-nobody", "", List.of());
        var opId = UUID.randomUUID();

        assertThatThrownBy(() ->
                        evidence.store(
                                nobody,
                                opId,
                                new ByteArrayResource(TestPictures.pngBomb(60_000, 9))))
                .isInstanceOf(PhotoRefused.class);
        assertThatThrownBy(() ->
                        evidence.store(
                                nobody,
                                opId,
                                new ByteArrayResource(new byte[Evidence.MAX_BYTES + 1])))
                .isInstanceOfSatisfying(
                        PhotoRefused.class,
                        refused ->
                                assertThat(refused.told().code())
                                        .isEqualTo("request/upload-too-large"));

        assertThat(photosOf(nobody)).isZero();
    }

    @Test
    void aPhotoIsShownToItsSenderAndToNobodyElseUntilARecordHoldsIt() throws IOException {
        var id = stored(MEMBER, TestPictures.jpeg(48, 32));
        var anonymous = stored(Actor.ANONYMOUS, TestPictures.jpeg(48, 32));

        assertThat(evidence.shown(MEMBER, id)).exists();
        assertThatThrownBy(() -> evidence.shown(OTHER, id)).isInstanceOf(PhotoNotFound.class);
        assertThatThrownBy(() -> evidence.shown(Actor.ANONYMOUS, id))
                .isInstanceOf(PhotoNotFound.class);
        assertThatThrownBy(() -> evidence.shown(Actor.ANONYMOUS, anonymous))
                .isInstanceOf(PhotoNotFound.class);
        assertThatThrownBy(() -> evidence.shown(MEMBER, UUID.randomUUID()))
                .isInstanceOf(PhotoNotFound.class);
    }

    @Test
    void onlyItsSenderMayHangAPhotoOnARecord() throws IOException {
        var mine = stored(MEMBER, TestPictures.jpeg(48, 32));
        var theirs = stored(OTHER, TestPictures.png(48, 32));

        evidence.requireSentBy(MEMBER, List.of(mine));

        assertThatThrownBy(() -> evidence.requireSentBy(MEMBER, List.of(mine, theirs)))
                .isInstanceOf(UnknownPhoto.class)
                .hasMessageContaining(theirs.toString());
    }

    @Test
    void aRecordShowsItsOwnPhotosAndNoOthers() throws IOException {
        var mine = stored(MEMBER, TestPictures.jpeg(48, 32));
        var record = new Holder("case", "990104", 900_000_001);

        evidence.attach(record, List.of(mine));
        evidence.attach(record, List.of(mine));

        assertThat(store.holders(mine)).containsExactly(record);
        assertThat(evidence.shownOf(List.of(record), mine)).exists();
        assertThatThrownBy(() -> evidence.shownOf(List.of(new Holder("case", "990104", 2)), mine))
                .isInstanceOf(PhotoNotFound.class);
    }

    private UUID stored(Actor actor, byte[] picture) throws IOException {
        var answer = evidence.store(actor, UUID.randomUUID(), new ByteArrayResource(picture));
        return json.readValue(answer.body(), Evidence.Receipt.class).photoId();
    }

    private int photosOf(Actor actor) {
        return sql.sql("select count(*) from evidence.photo where uploader = :uploader")
                .param("uploader", actor.id())
                .query(Integer.class)
                .single();
    }
}
