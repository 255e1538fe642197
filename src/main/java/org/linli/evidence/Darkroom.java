package org.linli.evidence;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Develops whatever was uploaded into an upright JPEG of at most {@value #SIDE} pixels a side that
 * carries no metadata. Everything that comes in goes through here, so that nothing is stored that
 * the sender did not mean to show.
 */
@Component
class Darkroom {

    static final int SIDE = 2_000;

    /** What one decoded picture may take. */
    private static final long MOST_BYTES = 64L << 20;

    /** Bits a pixel where the decoder does not say; only a PNG can have more. */
    private static final int USUAL_BITS = 32;

    private static final float QUALITY = 0.85f;
    private static final int PLACES = 2;
    private static final long WAIT_SECONDS = 20;

    /** The WebP decoder holds the whole picture and more: of those above this, one at a time. */
    private static final long MANY_PIXELS = 16_000_000;

    private final Semaphore places = new Semaphore(PLACES, true);
    private final Semaphore largePlace = new Semaphore(1, true);

    /**
     * @param width in pixels, upright
     * @param height in pixels, upright
     * @param likeness what it looks like
     */
    record Print(byte[] jpeg, int width, int height, long likeness) {}

    /** Where the bytes come from; read only once there is room to decode them. */
    @FunctionalInterface
    interface Film {
        byte[] bytes() throws IOException;
    }

    /**
     * @throws PhotoRefused if it is no picture, damaged, or larger than is taken in
     */
    Print develop(Film film) {
        return within(
                places,
                () -> {
                    var file = film.bytes();
                    var header = PhotoHeader.read(file);
                    return isLarge(header)
                            ? within(largePlace, () -> print(file, header))
                            : print(file, header);
                });
    }

    private static boolean isLarge(PhotoHeader header) {
        return header.format() == PhotoFormat.WEBP && header.pixels() > MANY_PIXELS;
    }

    private static Print print(byte[] file, PhotoHeader header) throws IOException {
        var upright = upright(decode(file, header), header.orientation());
        return new Print(
                encode(upright), upright.getWidth(), upright.getHeight(), Likeness.of(upright));
    }

    /** Decodes to less than twice the size wanted, so that memory does not follow the sender's. */
    private static BufferedImage decode(byte[] file, PhotoHeader header) throws IOException {
        var reader = reader(header.format());
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw PhotoRefused.damaged();
            }
            var how = reader.getDefaultReadParam();
            int every = every(header, reader.getRawImageType(0));
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } catch (IOException | RuntimeException undecodable) {
            throw undecodable instanceof PhotoRefused refused ? refused : PhotoRefused.damaged();
        } finally {
            reader.dispose();
        }
    }

    /** Of how many pixels in a row one is decoded. */
    private static int every(PhotoHeader header, @Nullable ImageTypeSpecifier raw) {
        int bits = raw == null ? USUAL_BITS : raw.getColorModel().getPixelSize();
        double bytes = header.pixels() * Math.ceilDiv(bits, 8);
        return Math.max(
                Math.ceilDiv(Math.max(header.width(), header.height()), 2 * SIDE),
                (int) Math.ceil(Math.sqrt(bytes / MOST_BYTES)));
    }

    private static ImageReader reader(PhotoFormat format) throws IOException {
        return switch (format) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    private static BufferedImage upright(BufferedImage decoded, int orientation) {
        int longer = Math.max(decoded.getWidth(), decoded.getHeight());
        double scale = Math.min(1, (double) SIDE / longer);
        int width = scaled(decoded.getWidth(), scale);
        int height = scaled(decoded.getHeight(), scale);
        boolean swap = Orientation.swapsSides(orientation);
        var upright =
                new BufferedImage(
                        swap ? height : width, swap ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = upright.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.transform(Orientation.toUpright(orientation, width, height));
            pen.drawImage(decoded, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var sink = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(sink);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private interface Work {
        Print run() throws IOException;
    }

    private static Print within(Semaphore room, Work work) {
        if (!taken(room)) {
            throw PhotoRefused.busy();
        }
        try {
            return work.run();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            room.release();
        }
    }

    private static boolean taken(Semaphore room) {
        try {
            return room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
