package org.linli.evidence;

/** Reads the header of a JPEG, and whether its end is there. */
final class JpegHeader {

    static final byte[] SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    /** A camera writes one scan, a progressive picture about ten; each costs a whole pass. */
    private static final int MAX_SCANS = 64;

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;
    private static final int EXIF_PREFIX = 6;

    private JpegHeader() {}

    static PhotoHeader read(Bytes file) {
        int width = 0;
        int height = 0;
        int orientation = Orientation.UPRIGHT;
        long at = 2;
        while (true) {
            while (file.u8(at) == 0xff && file.u8(at + 1) == 0xff) {
                at++;
            }
            if (file.u8(at) != 0xff) {
                throw PhotoRefused.damaged();
            }
            int marker = file.u8(at + 1);
            if (marker == START_OF_SCAN) {
                requireEnd(file, at);
                return new PhotoHeader(PhotoFormat.JPEG, width, height, orientation);
            }
            int length = file.u16(at + 2);
            if (length < 2) {
                throw PhotoRefused.damaged();
            }
            if (isFrame(marker)) {
                height = file.u16(at + 5);
                width = file.u16(at + 7);
            } else if (marker == APP1 && file.says("Exif\0\0", at + 4)) {
                orientation =
                        Orientation.read(file, at + 4 + EXIF_PREFIX, length - 2 - EXIF_PREFIX);
            }
            at += 2 + length;
        }
    }

    /** Start-of-frame markers, without the three of their range that mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    /** The decoder would quietly fill what is cut off with grey. */
    private static void requireEnd(Bytes file, long from) {
        int scans = 0;
        boolean ended = false;
        for (long at = from; at + 1 < file.length(); at++) {
            if (file.u8(at) == 0xff) {
                int marker = file.u8(at + 1);
                scans += marker == START_OF_SCAN ? 1 : 0;
                ended |= marker == END_OF_IMAGE;
            }
        }
        if (!ended || scans > MAX_SCANS) {
            throw PhotoRefused.damaged();
        }
    }
}
