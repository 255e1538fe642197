package org.linli.evidence;

import java.awt.geom.AffineTransform;

/**
 * How the camera was held, as EXIF tells it. Of all a picture's metadata this one number is read,
 * and used up: the picture is stored upright.
 */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int MAX_TAGS = 512;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** The orientation in a TIFF block; upright where it says none or makes no sense. */
    static int read(Bytes file, long start, long length) {
        try {
            return readBlock(file, start, Math.min(length, file.length() - start));
        } catch (PhotoRefused nonsense) {
            return UPRIGHT;
        }
    }

    private static int readBlock(Bytes file, long start, long length) {
        boolean little = file.says("II", start);
        if (!little && !file.says("MM", start)) {
            return UPRIGHT;
        }
        long directory = start + u32(file, start + 4, little);
        int tags = Math.min(u16(file, directory, little), MAX_TAGS);
        for (int tag = 0; tag < tags; tag++) {
            long entry = directory + 2 + (long) tag * ENTRY;
            if (entry + ENTRY > start + length) {
                return UPRIGHT;
            }
            if (u16(file, entry, little) == TAG) {
                int value = u16(file, entry + 8, little);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether upright width and height are the other way round. */
    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /**
     * Turns a picture upright.
     *
     * @param width of the picture as it is stored in the file
     * @param height of the picture as it is stored in the file
     */
    static AffineTransform toUpright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int u16(Bytes file, long at, boolean little) {
        return little ? file.u16LittleEndian(at) : file.u16(at);
    }

    private static long u32(Bytes file, long at, boolean little) {
        return little ? file.u32LittleEndian(at) : file.u32(at);
    }
}
