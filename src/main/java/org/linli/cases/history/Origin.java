package org.linli.cases.history;

/**
 * What a case is called where it comes from.
 *
 * @param system the system it comes from, {@link #UNNAMED} where the file does not say
 * @param caseId its name there
 */
record Origin(String system, String caseId) {

    /** The system of files that name none. */
    static final String UNNAMED = "import";

    /** The system of cases that were made in Linli; their name is the case number. */
    static final String LINLI = "linli";

    /** Short enough to remember for every row of a large file; two rows share one by no chance. */
    long fingerprint() {
        return Fingerprint.of(system + '\u001f' + caseId).asLong();
    }
}
