package org.linli.evidence;

/**
 * What a picture says of itself, read before anything of it is decoded: a file of 97 KB can declare
 * 2.5 billion pixels.
 *
 * @param orientation how to turn it for looking at, 1 to 8 as in EXIF
 */
record PhotoHeader(PhotoFormat format, int width, int height, int orientation) {

    static final int MAX_SIDE = 12_000;
    static final long MAX_PIXELS = 50_000_000;

    /**
     * @throws PhotoRefused if the file is no picture of a kind we take, or larger than we take
     */
    static PhotoHeader read(byte[] file) {
        var bytes = new Bytes(file);
        if (bytes.startWith(JpegHeader.SIGNATURE)) {
            return JpegHeader.read(bytes).checked();
        }
        if (bytes.startWith(PngHeader.SIGNATURE)) {
            return PngHeader.read(bytes).checked();
        }
        if (WebpHeader.begins(bytes)) {
            return WebpHeader.read(bytes).checked();
        }
        throw PhotoRefused.notAPhoto();
    }

    long pixels() {
        return (long) width * height;
    }

    private PhotoHeader checked() {
        if (width < 1 || height < 1) {
            throw PhotoRefused.damaged();
        }
        if (width > MAX_SIDE || height > MAX_SIDE || pixels() > MAX_PIXELS) {
            throw PhotoRefused.tooManyPixels(width, height);
        }
        return this;
    }
}
