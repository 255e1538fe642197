package org.linli.evidence;

import java.util.UUID;

/**
 * A photo as it is kept: a JPEG that tells nothing but what it shows.
 *
 * @param hash SHA-256 of the JPEG in hexadecimal, its address in the store
 * @param uploader the actor who sent it
 * @param width in pixels
 * @param height in pixels
 */
record Photo(UUID id, String hash, String uploader, int width, int height, int bytes) {}
