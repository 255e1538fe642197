package org.linli.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures made for tests: red on the left, blue on the right, a green corner at the top left. */
public final class TestPictures {

    private TestPictures() {}

    public static byte[] jpeg(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    public static byte[] file(String name) {
        try (var in = TestPictures.class.getResourceAsStream("/evidence/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static BufferedImage decoded(byte[] picture) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A JPEG as a phone writes it: an orientation, a time, and where it was taken. */
    public static byte[] taggedJpeg(int width, int height, int orientation) {
        var plain = jpeg(width, height);
        var exif = exif(orientation);
        return ByteBuffer.allocate(plain.length + exif.length + 4)
                .put(plain, 0, 2)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** A PNG whose header declares these sides, and which holds nothing of the kind. */
    public static byte[] pngBomb(int width, int height) {
        var header =
                ByteBuffer.allocate(17)
                        .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        return ByteBuffer.allocate(8 + 25 + 12)
                .put(PngHeader.SIGNATURE)
                .putInt(13)
                .put(header)
                .putInt(crc(header))
                .putInt(0)
                .put("IEND".getBytes(StandardCharsets.US_ASCII))
                .putInt(crc("IEND".getBytes(StandardCharsets.US_ASCII)))
                .array();
    }

    /** A small PNG with a chunk that unpacks to so many zeros. */
    public static byte[] pngWithBomb(String chunk, long zeros) {
        var head =
                switch (chunk) {
                    case "iTXt" -> "Comment\0\1\0\0\0";
                    default -> "Comment\0\0";
                };
        var data = new ByteArrayOutputStream();
        data.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(deflatedZeros(zeros));
        return afterHeader(png(48, 32), chunk(chunk, data.toByteArray()));
    }

    /** A PNG with 16 bits a channel, black throughout. */
    public static byte[] widePng(int width, int height) {
        var header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {16, 6, 0, 0, 0})
                        .array();
        var out = new ByteArrayOutputStream();
        out.writeBytes(PngHeader.SIGNATURE);
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(chunk("IDAT", deflatedZeros(height * (8L * width + 1))));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** Pictures of every kind, with this text in each place where a camera or a page may write. */
    public static List<byte[]> telling(String text) {
        var words = text.getBytes(StandardCharsets.US_ASCII);
        var xmp = ("http://ns.adobe.com/xap/1.0/\0<x>" + text).getBytes(StandardCharsets.US_ASCII);
        return List.of(
                withSegment(taggedJpeg(48, 32, 6), 0xfe, words),
                withSegment(jpeg(48, 32), 0xe1, xmp),
                withSegment(jpeg(48, 32), 0xed, words),
                followedBy(jpeg(48, 32), words),
                afterHeader(png(48, 32), chunk("eXIf", exif(1, text))),
                afterHeader(png(48, 32), chunk("tEXt", ("Comment\0" + text).getBytes(ascii()))),
                followedBy(png(48, 32), words),
                webpTelling(exif(6, text), xmp));
    }

    private static byte[] webpTelling(byte[] exif, byte[] xmp) {
        var plain = file("lossy.webp");
        var out = new ByteArrayOutputStream();
        out.writeBytes(plain);
        riffChunk(out, "EXIF", exif);
        riffChunk(out, "XMP ", xmp);
        var whole = out.toByteArray();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        return whole;
    }

    private static void riffChunk(ByteArrayOutputStream out, String name, byte[] data) {
        out.writeBytes(name.getBytes(ascii()));
        out.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array());
        out.writeBytes(data);
        if (data.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + data.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] followedBy(byte[] picture, byte[] more) {
        return ByteBuffer.allocate(picture.length + more.length).put(picture).put(more).array();
    }

    private static byte[] afterHeader(byte[] png, byte[] chunk) {
        int header = PngHeader.SIGNATURE.length + 25;
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, header)
                .put(chunk)
                .put(png, header, png.length - header)
                .array();
    }

    private static byte[] chunk(String name, byte[] data) {
        var named =
                ByteBuffer.allocate(4 + data.length).put(name.getBytes(ascii())).put(data).array();
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt(crc(named))
                .array();
    }

    private static byte[] deflatedZeros(long zeros) {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out)) {
            var block = new byte[1 << 20];
            for (long rest = zeros; rest > 0; rest -= block.length) {
                deflated.write(block, 0, (int) Math.min(rest, block.length));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static Charset ascii() {
        return StandardCharsets.US_ASCII;
    }

    private static byte[] exif(int orientation) {
        return exif(orientation, "N 30.2741 E 120.1551");
    }

    private static byte[] exif(int orientation, String told) {
        var position = told.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + position.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("Exif\0\0II*\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(position.length)
                .putInt(8 + 2 + 24 + 4)
                .putInt(0)
                .put(position)
                .array();
    }

    private static BufferedImage drawn(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, width / 6, height / 4);
        pen.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalStateException("No writer for " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static int crc(byte[] chunk) {
        var crc = new CRC32();
        crc.update(chunk);
        return (int) crc.getValue();
    }
}
