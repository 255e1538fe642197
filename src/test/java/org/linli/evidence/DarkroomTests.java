package org.linli.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTests {

    private final Darkroom darkroom = new Darkroom();

    @Test
    void aLargePictureIsMadeSmallerAndKeepsItsShape() {
        var print = develop(TestPictures.jpeg(4800, 3200));

        assertThat(print.width()).isEqualTo(2000);
        assertThat(print.height()).isEqualTo(1333);
        assertThat(seen(print, 0.25, 0.75)).isEqualTo("red");
        assertThat(seen(print, 0.75, 0.5)).isEqualTo("blue");
        assertThat(seen(print, 0.05, 0.05)).isEqualTo("green");
    }

    @Test
    void aSmallPictureKeepsItsSize() {
        var print = develop(TestPictures.png(48, 32));

        assertThat(print.width()).isEqualTo(48);
        assertThat(print.height()).isEqualTo(32);
    }

    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({
        "1, 480, 320, green, red, blue",
        "2, 480, 320, blue, blue, red",
        "3, 480, 320, blue, blue, red",
        "4, 480, 320, red, red, blue",
        "5, 320, 480, green, red, red",
        "6, 320, 480, red, red, red",
        "7, 320, 480, blue, blue, blue",
        "8, 320, 480, blue, blue, blue",
        "9, 480, 320, green, red, blue"
    })
    void aPictureIsTurnedTheWayTheCameraWasHeld(
            int orientation, int width, int height, String corner, String left, String right) {
        var print = develop(TestPictures.taggedJpeg(480, 320, orientation));

        assertThat(print.width()).isEqualTo(width);
        assertThat(print.height()).isEqualTo(height);
        assertThat(seen(print, 0.04, 0.04)).isEqualTo(corner);
        assertThat(seen(print, 0.04, 0.4)).isEqualTo(left);
        assertThat(seen(print, 0.96, 0.4)).isEqualTo(right);
    }

    @Test
    void nothingButThePictureIsKept() {
        var sent = TestPictures.taggedJpeg(480, 320, 6);

        var kept = develop(sent).jpeg();

        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("Exif", "120.1551");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("120.1551");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "transparent.webp"})
    void webpPicturesAreTakenIn(String name) {
        var print = develop(TestPictures.file(name));

        assertThat(print.width()).isEqualTo(48);
        assertThat(print.height()).isEqualTo(32);
        assertThat(seen(print, 0.3, 0.7)).isEqualTo("red");
        assertThat(seen(print, 0.6, 0.5)).isEqualTo("blue");
    }

    @Test
    void aWebpPictureIsTurnedToo() {
        var print = develop(TestPictures.file("turned.webp"));

        assertThat(print.width()).isEqualTo(32);
        assertThat(print.height()).isEqualTo(48);
    }

    @Test
    void movingPicturesAreRefused() {
        assertRefused(TestPictures.file("moving.webp"), "photo/animated");
    }

    @Test
    void aPictureThatDeclaresTooManyPixelsIsNotEvenDecoded() {
        assertRefused(TestPictures.pngBomb(50_000, 50_000), "photo/too-many-pixels");
        assertRefused(TestPictures.pngBomb(12_001, 10), "photo/too-many-pixels");
        assertRefused(TestPictures.pngBomb(8_000, 6_251), "photo/too-many-pixels");
        assertRefused(TestPictures.pngBomb(-1, 10), "photo/too-many-pixels");
        assertRefused(TestPictures.pngBomb(0, 10), "photo/damaged");
        assertRefused(jpegDeclaring(TestPictures.jpeg(48, 32), 65_500, 65_500), "photo/too-many");
    }

    @Test
    void aPictureWhoseDataDoNotFillItsSidesIsDamaged() {
        assertRefused(TestPictures.pngBomb(100, 100), "photo/damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void aPngWhoseTextWouldFillTheMemoryIsNotUnpacked(String chunk) {
        var bomb = TestPictures.pngWithBomb(chunk, 256L << 20);

        var allocated = allocatedBy(() -> outcome(bomb));

        assertThat(bomb.length).isLessThan(Evidence.MAX_BYTES);
        assertThat(allocated).isLessThan(64L << 20);
    }

    @Test
    void aPictureOfWideSamplesTakesNoMoreMemoryThanOthers() {
        var wide = TestPictures.widePng(4_000, 4_000);

        var allocated = allocatedBy(() -> assertThat(outcome(wide)).isEqualTo("taken"));

        assertThat(wide.length).isLessThan(1 << 20);
        assertThat(allocated).isLessThan(110L << 20);
    }

    private static long allocatedBy(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void whatIsNotAPictureIsRefused() {
        for (var text :
                new String[] {
                    "",
                    "x",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                    "<!doctype html><script>alert(1)</script>",
                    "GIF89a",
                    "%PDF-1.7",
                    "RIFF\0\0\0\0WAVE"
                }) {
            assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), "photo/not-a-photo");
        }
    }

    @Test
    void aPictureThatIsAlsoSomethingElseComesOutAsAPictureAlone() {
        var page = "<html><script>alert(1)</script></html>";
        var both = new ByteArrayOutputStream();
        both.writeBytes(TestPictures.jpeg(48, 32));
        both.writeBytes(page.getBytes(StandardCharsets.US_ASCII));

        var kept = develop(both.toByteArray()).jpeg();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    @Test
    void whateverIsCutOffIsDamaged() {
        for (var whole :
                Map.of(
                                "jpeg", TestPictures.taggedJpeg(480, 320, 1),
                                "png", TestPictures.png(48, 32),
                                "lossy", TestPictures.file("lossy.webp"),
                                "lossless", TestPictures.file("lossless.webp"))
                        .values()) {
            for (int length = 16; length < whole.length; length += 7) {
                assertRefused(Arrays.copyOf(whole, length), "photo/damaged");
            }
        }
    }

    @Test
    void noGarbledPictureDoesMoreThanBeRefused() {
        var random = new Random(20260101);
        var outcomes = new HashMap<String, Integer>();
        for (var whole :
                new byte[][] {
                    TestPictures.taggedJpeg(96, 64, 6),
                    TestPictures.png(48, 32),
                    TestPictures.file("lossy.webp"),
                    TestPictures.file("lossless.webp"),
                    TestPictures.file("transparent.webp")
                }) {
            for (int round = 0; round < 200; round++) {
                outcomes.merge(outcome(garbled(whole, random)), 1, Integer::sum);
            }
        }

        assertThat(outcomes.keySet())
                .isSubsetOf(
                        "taken",
                        "photo/damaged",
                        "photo/not-a-photo",
                        "photo/animated",
                        "photo/too-many-pixels")
                .contains("taken", "photo/damaged");
    }

    private String outcome(byte[] picture) {
        try {
            develop(picture);
            return "taken";
        } catch (PhotoRefused refused) {
            return refused.told().code();
        }
    }

    private static byte[] garbled(byte[] whole, Random random) {
        var garbled = whole.clone();
        for (int hit = 1 + random.nextInt(6); hit > 0; hit--) {
            garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
        }
        return garbled;
    }

    private static byte[] jpegDeclaring(byte[] jpeg, int width, int height) {
        var lying = jpeg.clone();
        for (int at = 2; at < lying.length - 9; at++) {
            if ((lying[at] & 0xff) == 0xff && (lying[at + 1] & 0xff) == 0xc0) {
                lying[at + 5] = (byte) (height >> 8);
                lying[at + 6] = (byte) height;
                lying[at + 7] = (byte) (width >> 8);
                lying[at + 8] = (byte) width;
                return lying;
            }
        }
        throw new IllegalStateException("No frame header");
    }

    private Darkroom.Print develop(byte[] file) {
        return darkroom.develop(() -> file);
    }

    private void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> develop(file))
                .isInstanceOfSatisfying(
                        PhotoRefused.class,
                        refused -> assertThat(refused.told().code()).startsWith(code));
    }

    /** The nearest pure colour at a place, in shares of the sides. */
    private static String seen(Darkroom.Print print, double across, double down) {
        BufferedImage picture = TestPictures.decoded(print.jpeg());
        var colour =
                new Color(
                        picture.getRGB(
                                (int) (across * picture.getWidth()),
                                (int) (down * picture.getHeight())));
        if (colour.getRed() > 150 && colour.getBlue() < 110 && colour.getGreen() < 110) {
            return "red";
        }
        return colour.getBlue() > 150 && colour.getRed() < 110
                ? "blue"
                : colour.getGreen() > 150 && colour.getRed() < 110 ? "green" : colour.toString();
    }
}
