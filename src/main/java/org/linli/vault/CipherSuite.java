package org.linli.vault;

/**
 * How a value is sealed under a key: authenticated encryption, so that whoever changes a bit of it,
 * or what it is bound to, is found out. An interface, because an installation may have to use
 * another suite (SM4) than ours.
 */
interface CipherSuite {

    /** A value that has been sealed, without the name of its key. */
    record Ciphertext(byte[] nonce, byte[] text, byte[] tag) {}

    /** As the envelope names it; without {@code |}. */
    String name();

    /** A new key, made at random. */
    byte[] newKey();

    /**
     * @param bound what the value is bound to: it opens with exactly this again
     */
    Ciphertext seal(byte[] key, byte[] plain, byte[] bound);

    /**
     * @throws Damaged if a bit of it, the key or what it is bound to differs
     */
    byte[] open(byte[] key, Ciphertext sealed, byte[] bound);
}
