package org.linli.platform.postgres;

import org.linli.platform.words.ConsoleLanguage;
import org.linli.platform.words.Words;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why Linli does not start, in place of a stack trace. */
class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseRefused refused) {
        var description = Words.say(refused.told(), ConsoleLanguage.locale());
        return new FailureAnalysis(description, null, failure);
    }
}
