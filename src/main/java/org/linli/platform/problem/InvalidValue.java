package org.linli.platform.problem;

/** A field of the request holds a value that cannot be used. */
public final class InvalidValue extends Problem {

    /**
     * @param code the wording of what is wrong; its first argument is the field
     */
    public InvalidValue(String code, String field, Object... more) {
        super(Kind.INVALID, code, prepend(field, more));
    }

    /** The field must be given. */
    public static InvalidValue missing(String field) {
        return new InvalidValue("request/missing", field);
    }

    private static Object[] prepend(String field, Object[] more) {
        var all = new Object[more.length + 1];
        all[0] = field;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
