package org.linli.platform.operation;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does a write of several statements once, in one transaction with its operation. */
@Component
public class Once {

    private final Operations operations;
    private final TransactionTemplate transaction;

    Once(Operations operations, TransactionTemplate transaction) {
        this.operations = operations;
        this.transaction = transaction;
    }

    /**
     * @param caller whose operation it is
     * @param content what the request says
     * @param effect answers with the body
     */
    public Answer create(String caller, UUID opId, Object content, Supplier<?> effect) {
        return answer(201, caller, opId, content, effect);
    }

    public Answer change(String caller, UUID opId, Object content, Supplier<?> effect) {
        return answer(200, caller, opId, content, effect);
    }

    private Answer answer(
            int status, String caller, UUID opId, Object content, Supplier<?> effect) {
        var operation = operations.of(caller, opId, content);
        return operations.once(
                operation,
                () ->
                        transaction.execute(_ -> {
                            var answer = operations.answer(status, effect.get());
                            operations.claim(operation, answer);
                            return answer;
                        }));
    }
}
