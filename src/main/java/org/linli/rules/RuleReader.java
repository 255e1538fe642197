package org.linli.rules;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.platform.problem.InvalidValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads rules as somebody sends them, and says of what is no rule whether it may ever be one. */
@Component
class RuleReader {

    /** What people have tried to make of such rules (DOMAIN §2.7, docs/decisions/0151). */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "(?i).*(quota|target|rank|score|points?$|perperson|permember|online|attendance)"
                            + ".*|.*(指标|定额|排名|打分|积分|在线率|打卡).*");

    private static final String FIELD = "rules";

    private final JsonMapper json;

    RuleReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * @throws InvalidValue if it cannot be read, or holds something that is no rule
     */
    Rules read(JsonNode sent) {
        requireNothingRefused(sent, FIELD);
        if (!sent.isObject()) {
            throw new InvalidValue("rules/unreadable", FIELD);
        }
        try {
            return json.treeToValue(sent, Rules.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new InvalidValue("rules/no-such-rule", FIELD, unknown.getPropertyName());
        } catch (JacksonException unreadable) {
            throw unreadable.getCause() instanceof InvalidValue known
                    ? known
                    : new InvalidValue("rules/unreadable", place(unreadable));
        }
    }

    /** Where in the rules it stands, such as {@code rules.limits[0].limit}. */
    private static String place(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(part ->
                        part.getPropertyName() == null
                                ? "[" + part.getIndex() + "]"
                                : "." + part.getPropertyName())
                .collect(Collectors.joining("", FIELD, ""));
    }

    private static void requireNothingRefused(JsonNode node, String place) {
        for (var property : node.properties()) {
            if (REFUSED.matcher(property.getKey()).matches()) {
                throw new InvalidValue("rules/refused", place, property.getKey());
            }
            requireNothingRefused(property.getValue(), place + "." + property.getKey());
        }
    }
}
