package org.linli.evidence;

/** The kinds of picture that are taken in. */
enum PhotoFormat {
    JPEG,
    PNG,
    WEBP
}
