package org.linli.intake;

/** How long what people send may be, counted in characters as they see them. */
final class Limits {

    static final int TEXT = 2_000;
    static final int ADDRESS = 200;
    static final int NAME = 50;
    static final int PHONE = 30;
    static final int EMAIL = 254;
    static final int CODE = 100;
    static final int PHOTOS = 20;

    private Limits() {}
}
