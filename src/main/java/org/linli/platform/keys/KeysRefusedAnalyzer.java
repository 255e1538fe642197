package org.linli.platform.keys;

import org.linli.platform.words.ConsoleLanguage;
import org.linli.platform.words.Words;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why Linli does not start, in place of a stack trace. */
class KeysRefusedAnalyzer extends AbstractFailureAnalyzer<KeysRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysRefused refused) {
        var description = Words.say(refused.told(), ConsoleLanguage.locale());
        return new FailureAnalysis(description, null, failure);
    }
}
