package org.linli.platform.transfer;

/** Told now and then how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

    /** Tells nobody. */
    ImportProgress SILENT = (done, total) -> {};

    /**
     * @param done rows dealt with so far
     * @param total rows of the file, or 0 while unknown
     */
    void at(long done, long total);
}
