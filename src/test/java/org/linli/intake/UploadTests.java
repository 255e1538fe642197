package org.linli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.access.Accounts;
import org.linli.access.Post;
import org.linli.access.Role;
import org.linli.access.SignIn;
import org.linli.access.TestAccounts;
import org.linli.evidence.TestPictures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever way a photo comes in by, nothing lies on the disk but the picture (SECURITY §4.10). */
@LinliTest
class UploadTests {

    /** What a camera or a page might have written into a file, and what it is written with. */
    private static final List<String> TRACES =
            List.of("30.2741", "120.1551", "<script", "Exif", "eXIf", "tEXt", "XMP", "ns.adobe");

    private static final String TOLD = "<script>alert(1)</script> N 30.2741 E 120.1551";

    @LocalServerPort private int port;
    @Autowired private TestAccounts holders;
    @Autowired private Accounts accounts;
    @Autowired private SignIn signIn;
    @Autowired private TestGround ground;
    @Autowired private RequestMappingHandlerMapping mappings;

    @Value("${linli.data}")
    private Path data;

    @Test
    void nothingButThePictureLiesOnTheDiskWhateverWayItCameInBy() throws IOException {
        for (var sender : senders()) {
            for (var sent : TestPictures.telling(TOLD)) {
                assertThat(text(sent)).contains("120.1551");

                var answer = sender.upload(UUID.randomUUID(), sent);

                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            }
        }
        var files = stored();
        assertThat(files).isNotEmpty();
        for (var file : files) {
            var name = file.getFileName().toString();
            assertThat(name).matches("[0-9a-f]{64}\\.jpg");
            assertThat(text(Files.readAllBytes(file))).as(name).doesNotContain(TRACES);
        }
    }

    @Test
    void thereIsOneWayInForFiles() {
        var routes =
                mappings.getHandlerMethods().values().stream()
                        .filter(handler ->
                                Stream.of(handler.getMethodParameters())
                                        .anyMatch(part ->
                                                part.getParameterType() == MultipartFile.class))
                        .map(handler -> handler.getMethod().toString());

        assertThat(routes).singleElement().asString().contains("PhotoController.upload");
    }

    @Test
    void whoFollowsACaseIsShownItsPhotosWithTheSameWalls() {
        ground.load();
        var worker = new Api(port).as(holders.tokenFor(Role.GRID_MEMBER));
        var photo = worker.upload(UUID.randomUUID(), TestPictures.jpeg(48, 32)).text("photoId");
        var spot = ground.spot(7);
        var report =
                """
                {"opId":"%s","text":"路灯不亮","source":"resident","lon":%s,"lat":%s,"photoIds":["%s"]}\
                """
                        .formatted(UUID.randomUUID(), spot.longitude(), spot.latitude(), photo);
        var receipt = worker.post("/api/v1/reports", report);
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        var code = receipt.text("trackingCode");

        var shown = new Api(port).get("/api/v1/tracking/" + code + "/photos/" + photo);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
    }

    /** A resident, a script, and a person of staff. */
    private List<Api> senders() {
        var id = "staff:" + UUID.randomUUID();
        accounts.ensure(id, "测试员");
        accounts.setPosts(
                id, List.of(new Post(Role.GRID_MEMBER, "990104", TestGround.DISTRICT, null)));
        var link = signIn.issue(id, "test");
        var nobody = new Api(port);
        return List.of(
                nobody,
                nobody.as(holders.tokenFor(Role.GRID_MEMBER)),
                nobody.in(signIn.use(link.code(), "test").secret()));
    }

    private List<Path> stored() throws IOException {
        try (var files = Files.walk(data.resolve("photos"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Bytes as text, so that they can be searched for words. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
