package org.linli.vault;

/** A table with sealed values, as the vault reaches it to seal them under a newer key. */
public interface SealedTable {

    KeyClass keyClass();

    /**
     * Seals some rows anew that are still plain or lie under an older key, in a transaction of its
     * own.
     *
     * @return how many; none are left once it is zero
     */
    int sealAnew(int atMost);

    /** How many rows are still plain or lie under an older key. */
    long waiting();
}
