package org.linli.evidence;

/** Reads the header of a PNG, and whether its end is there. */
final class PngHeader {

    static final byte[] SIGNATURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
    };

    /** Length, name and checksum around the data of each chunk. */
    private static final int AROUND = 12;

    private PngHeader() {}

    static PhotoHeader read(Bytes file) {
        long first = SIGNATURE.length;
        if (file.u32(first) != 13 || !file.says("IHDR", first + 4)) {
            throw PhotoRefused.damaged();
        }
        var width = side(file.u32(first + 8));
        var height = side(file.u32(first + 12));
        return new PhotoHeader(PhotoFormat.PNG, width, height, orientation(file));
    }

    /** Walks to the last chunk: without it the file is cut off. */
    private static int orientation(Bytes file) {
        int orientation = Orientation.UPRIGHT;
        long at = SIGNATURE.length;
        while (!file.says("IEND", at + 4)) {
            long length = file.u32(at);
            if (file.says("eXIf", at + 4)) {
                orientation = Orientation.read(file, at + 8, length);
            }
            at += length + AROUND;
        }
        file.u32(at + 8);
        return orientation;
    }

    private static int side(long declared) {
        return (int) Math.min(declared, Integer.MAX_VALUE);
    }
}
