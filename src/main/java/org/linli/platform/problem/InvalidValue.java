package org.linli.platform.problem;

import java.util.Map;
import java.util.function.Supplier;

/** A field of the request holds a value that cannot be used. */
public final class InvalidValue extends Problem {

    private final String field;

    /**
     * @param code the wording of what is wrong; its first argument is the field
     */
    public InvalidValue(String code, String field, Object... more) {
        super(Kind.INVALID, code, prepend(field, more));
        this.field = field;
    }

    /** The field must be given. */
    public static InvalidValue missing(String field) {
        return new InvalidValue("request/missing", field);
    }

    /**
     * Reads a part of a request; what is wrong in it is told by its place in the whole.
     *
     * @param place such as {@code posts[1]}
     */
    public static <T> T at(String place, Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidValue wrong) {
            throw wrong.within(place);
        }
    }

    @Override
    public Map<String, Object> details() {
        return inField(field);
    }

    /** What an answer tells of a problem that one field of the request is the cause of. */
    public static Map<String, Object> inField(String field) {
        return Map.of("field", field);
    }

    private InvalidValue within(String place) {
        var arguments = told().arguments();
        var more = arguments.subList(1, arguments.size()).toArray();
        return new InvalidValue(told().code(), place + "." + field, more);
    }

    private static Object[] prepend(String field, Object[] more) {
        var all = new Object[more.length + 1];
        all[0] = field;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
