package org.linli.evidence;

/** Reads the header of a WebP picture, and whether its end is there. */
final class WebpHeader {

    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATED = 0x02;

    private WebpHeader() {}

    static boolean begins(Bytes file) {
        return file.says("RIFF", 0) && file.says("WEBP", 8);
    }

    static PhotoHeader read(Bytes file) {
        long end = file.u32LittleEndian(4) + 8;
        if (end > file.length()) {
            throw PhotoRefused.damaged();
        }
        PhotoHeader picture = null;
        int orientation = Orientation.UPRIGHT;
        int canvas = 0;
        for (long at = FIRST_CHUNK; at + 8 <= end; at = next(file, at)) {
            if (file.says("VP8X", at)) {
                canvas = canvas(file, at + 8);
            } else if (file.says("ANMF", at) || file.says("ANIM", at)) {
                throw PhotoRefused.animated();
            } else if (file.says("VP8 ", at)) {
                picture = lossy(file, at + 8);
            } else if (file.says("VP8L", at)) {
                picture = lossless(file, at + 8);
            } else if (file.says("EXIF", at)) {
                orientation = Orientation.read(file, at + 8, file.u32LittleEndian(at + 4));
            }
        }
        if (picture == null || canvas != 0 && canvas != corner(picture)) {
            throw PhotoRefused.damaged();
        }
        return new PhotoHeader(PhotoFormat.WEBP, picture.width(), picture.height(), orientation);
    }

    private static long next(Bytes file, long at) {
        long length = file.u32LittleEndian(at + 4);
        return at + 8 + length + (length & 1);
    }

    /** The canvas of the extended form must be that of its one picture. */
    private static int canvas(Bytes file, long at) {
        if ((file.u8(at) & ANIMATED) != 0) {
            throw PhotoRefused.animated();
        }
        int width = file.u24LittleEndian(at + 4) + 1;
        int height = file.u24LittleEndian(at + 7) + 1;
        if (width > PhotoHeader.MAX_SIDE || height > PhotoHeader.MAX_SIDE) {
            throw PhotoRefused.tooManyPixels(width, height);
        }
        return width << 14 | height;
    }

    private static int corner(PhotoHeader picture) {
        return picture.width() << 14 | picture.height();
    }

    private static PhotoHeader lossy(Bytes file, long at) {
        boolean keyFrame = (file.u8(at) & 1) == 0;
        if (!keyFrame || file.u8(at + 3) != 0x9d || file.u16(at + 4) != 0x012a) {
            throw PhotoRefused.damaged();
        }
        return of(file.u16LittleEndian(at + 6) & 0x3fff, file.u16LittleEndian(at + 8) & 0x3fff);
    }

    private static PhotoHeader lossless(Bytes file, long at) {
        if (file.u8(at) != 0x2f) {
            throw PhotoRefused.damaged();
        }
        long sides = file.u32LittleEndian(at + 1);
        return of((int) (sides & 0x3fff) + 1, (int) (sides >> 14 & 0x3fff) + 1);
    }

    private static PhotoHeader of(int width, int height) {
        return new PhotoHeader(PhotoFormat.WEBP, width, height, Orientation.UPRIGHT);
    }
}
