package org.linli.evidence;

import org.linli.platform.problem.Problem;

/** A file that is not taken in as a photo. */
final class PhotoRefused extends Problem {

    private PhotoRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** Neither JPEG nor PNG nor WebP. */
    static PhotoRefused notAPhoto() {
        return new PhotoRefused(Kind.UNSUPPORTED, "photo/not-a-photo");
    }

    /** It begins as a picture, but is damaged or cut off. */
    static PhotoRefused damaged() {
        return new PhotoRefused(Kind.INVALID, "photo/damaged");
    }

    static PhotoRefused animated() {
        return new PhotoRefused(Kind.INVALID, "photo/animated");
    }

    static PhotoRefused tooManyBytes() {
        return new PhotoRefused(Kind.TOO_LARGE, "request/upload-too-large");
    }

    static PhotoRefused tooManyPixels(long width, long height) {
        return new PhotoRefused(Kind.INVALID, "photo/too-many-pixels", width, height);
    }

    /** As many pictures as the server can decode at once are being decoded. */
    static PhotoRefused busy() {
        return new PhotoRefused(Kind.UNAVAILABLE, "photo/busy");
    }
}
