package org.linli.duties;

import java.util.Map;
import org.linli.platform.problem.Problem;
import org.linli.platform.words.Message;

/** Nobody may ask this of a grid member: the negative list says so, by which rule is told. */
public final class RuledOut extends Problem {

    private final String field;
    private final NegativeRule rule;

    RuledOut(String field, String text, NegativeRule rule) {
        super(Kind.INVALID, "duties/ruled-out", field, text, Message.of(rule.code()));
        this.field = field;
        this.rule = rule;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("field", field, "rule", rule.name());
    }
}
