package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Role;
import org.linli.access.TestAccounts;
import org.linli.evidence.TestPictures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class PhotoTests {

    @LocalServerPort private int port;
    @Autowired private TestAccounts accounts;

    private Api worker;

    @BeforeEach
    void connect() {
        worker = new Api(port).as(accounts.tokenFor(Role.GRID_MEMBER, TestGround.DISTRICT, null));
    }

    @Test
    void aPhotoComesBackAsAPictureAndNothingElse() {
        var sent = TestPictures.taggedJpeg(480, 320, 6);

        var id = worker.upload(UUID.randomUUID(), sent).text("photoId");
        var shown = worker.get("/api/v1/photos/" + id);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
        assertThat(shown.header("Cache-Control")).contains("private").contains("immutable");
        assertThat(shown.header("Content-Disposition")).doesNotContain("x.jpg");
        assertThat(new String(shown.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("120.1551");
        var picture = TestPictures.decoded(shown.bytes());
        assertThat(picture.getWidth()).isEqualTo(320);
    }

    @Test
    void theSameUploadIsAnsweredTheSameAndAnotherFileRefused() {
        var opId = UUID.randomUUID();

        var first = worker.upload(opId, TestPictures.png(48, 32));
        var second = worker.upload(opId, TestPictures.png(48, 32));
        var other = worker.upload(opId, TestPictures.png(32, 48));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void anUploadThatCannotBeUsedIsRefused() {
        var jpeg = TestPictures.jpeg(480, 320);
        var opId = UUID.randomUUID();
        var page = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        assertThat(worker.upload(opId, null).status()).isEqualTo(422);
        assertThat(worker.upload(null, jpeg).status()).isEqualTo(422);
        assertThat(worker.upload(opId, new byte[0]).status()).isEqualTo(415);
        assertThat(worker.upload(opId, page).status()).isEqualTo(415);
        assertThat(worker.upload(opId, Arrays.copyOf(jpeg, 999)).status()).isEqualTo(422);
        assertThat(worker.upload(opId, TestPictures.pngBomb(50_000, 50_000)).status())
                .isEqualTo(422);
        assertThat(worker.upload(opId, TestPictures.file("moving.webp")).status()).isEqualTo(422);
        assertThat(worker.upload(opId, new byte[11 << 20]).status()).isEqualTo(413);
        assertThat(worker.post("/api/v1/photos", "{}").status()).isEqualTo(415);
    }

    @Test
    void aFormThatIsNotOnePhotoWithOneOperationSaysWhatIsWrongWithIt() {
        var opId = part("name=\"opId\"", UUID.randomUUID().toString());
        var file = part("name=\"file\"; filename=\"a.jpg\"", "x");

        var twoFiles = worker.form(opId + file + file);
        var twoIds = worker.form(opId + opId + file);
        var idAsFile = worker.form(part("name=\"opId\"; filename=\"a\"", "x") + file);
        var manyParts = worker.form((opId + file).repeat(200));

        assertThat(twoFiles.problem()).isEqualTo("request/twice");
        assertThat(twoFiles.text("field")).isEqualTo("file");
        assertThat(twoIds.problem()).isEqualTo("request/twice");
        assertThat(idAsFile.status()).isEqualTo(422);
        assertThat(idAsFile.body()).contains("opId").doesNotContain("springframework");
        assertThat(manyParts.status()).isEqualTo(400);
        assertThat(manyParts.problem()).isEqualTo("request/form");
    }

    private static String part(String name, String content) {
        return "--B\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(name, content);
    }

    @Test
    void aPhotoThatIsNotThereAndOneOfSomebodyElseLookTheSame() {
        var other = worker.as(accounts.tokenFor(Role.ADMINISTRATOR));
        var theirs = other.upload(UUID.randomUUID(), TestPictures.jpeg(48, 32)).text("photoId");

        var hidden = worker.get("/api/v1/photos/" + theirs);
        var none = worker.get("/api/v1/photos/" + UUID.randomUUID());

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(hidden.text("detail")).isEqualTo(none.text("detail"));
        assertThat(worker.get("/api/v1/photos/1").status()).isEqualTo(422);
    }
}
