package org.linli.evidence;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * What a picture looks like, in 64 bits: whether each of 8 by 8 fields is darker than the one to
 * its right (a difference hash; N. Krawetz, Kind of Like That, 2013). The same picture saved,
 * shrunk or lightened again differs in a few bits, another one in about half of them. It says
 * nothing of whom or what the picture shows.
 */
final class Likeness {

    private static final int FIELDS = 8;

    private Likeness() {}

    static long of(BufferedImage picture) {
        var small = shrunk(picture);
        var bits = 0L;
        for (var y = 0; y < FIELDS; y++) {
            for (var x = 0; x < FIELDS; x++) {
                var darker =
                        small.getRaster().getSample(x, y, 0)
                                < small.getRaster().getSample(x + 1, y, 0);
                bits = bits << 1 | (darker ? 1 : 0);
            }
        }
        return bits;
    }

    /** Shrunk by halves: each field is the average of all that lies in it. */
    private static BufferedImage shrunk(BufferedImage picture) {
        var small = picture;
        while (small.getWidth() > 4 * FIELDS || small.getHeight() > 4 * FIELDS) {
            small =
                    scaled(
                            small,
                            Math.max(2 * FIELDS, small.getWidth() / 2),
                            Math.max(2 * FIELDS, small.getHeight() / 2));
        }
        return scaled(small, FIELDS + 1, FIELDS);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = scaled.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return scaled;
    }
}
