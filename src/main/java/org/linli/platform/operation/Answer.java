package org.linli.platform.operation;

/**
 * What a write was answered with, and is answered again whenever it is repeated.
 *
 * @param status the HTTP status
 * @param body the JSON body, byte for byte
 */
public record Answer(int status, String body) {}
