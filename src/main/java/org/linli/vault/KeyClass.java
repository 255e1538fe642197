package org.linli.vault;

/** Values that share a data key, because they are read for the same purpose by the same people. */
public enum KeyClass {
    /** Who somebody in the register is: name, telephone, ID number. */
    PERSON("person"),
    /** How to reach who reported a case. */
    REPORTER("reporter"),
    /** What somebody told of their needs. */
    NEED("need"),
    /** How to reach somebody of staff. */
    COLLEAGUE("colleague"),
    /** What is said between two who quarrel. */
    MEDIATION("mediation");

    private final String code;

    KeyClass(String code) {
        this.code = code;
    }

    /** As the database spells it. */
    public String code() {
        return code;
    }
}
