package org.linli.platform.problem;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

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
     * Reads each of a list; what is wrong in one is told by its place in the whole, such as {@code
     * posts[1].role}.
     */
    public static <T, R> List<R> each(String field, List<T> parts, Function<T, R> read) {
        return IntStream.range(0, parts.size())
                .mapToObj(no -> {
                    try {
                        return read.apply(parts.get(no));
                    } catch (InvalidValue wrong) {
                        throw wrong.of("%s[%d].%s".formatted(field, no, wrong.field));
                    }
                })
                .toList();
    }

    @Override
    public Map<String, Object> details() {
        return inField(field);
    }

    /** What an answer tells of a problem that one field of the request is the cause of. */
    public static Map<String, Object> inField(String field) {
        return Map.of("field", field);
    }

    /**
     * The same, of a field that whoever sent it knows by another name.
     *
     * @param names theirs by ours; what is not among them keeps its name
     */
    public InvalidValue called(Map<String, String> names) {
        return of(names.getOrDefault(field, field));
    }

    private InvalidValue of(String otherField) {
        var arguments = told().arguments();
        var more = arguments.subList(1, arguments.size()).toArray();
        return new InvalidValue(told().code(), otherField, more);
    }

    private static Object[] prepend(String field, Object[] more) {
        var all = new Object[more.length + 1];
        all[0] = field;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
