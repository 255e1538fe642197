package org.linli.charter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.linli.access.OpenToAll;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody whether the charter is kept here. */
@RestController
class CharterController {

    private final CharterCheck check;

    CharterController(CharterCheck check) {
        this.check = check;
    }

    /**
     * @param looked how many names of columns, settings, words and things were looked at
     * @param breaches what was found that the charter forbids
     */
    @Classified(FieldClass.C0)
    record Result(boolean kept, int looked, Instant checkedAt, List<Shown> breaches) {}

    /**
     * @param rule by its number in the charter: N1
     * @param broken what the rule forbids, in words
     */
    @Classified(FieldClass.C0)
    record Shown(String rule, String broken, String where) {}

    @GetMapping("/api/v1/charter")
    @OpenToAll(because = "residents must be able to see whether what was promised them is kept")
    Result result(Locale locale) {
        var kept = check.kept();
        var shown =
                kept.breaches().stream()
                        .map(breach ->
                                new Shown(
                                        breach.rule().name(),
                                        Words.say(Message.of(breach.rule().code()), locale),
                                        breach.where()))
                        .distinct()
                        .toList();
        return new Result(kept.kept(), kept.looked(), kept.at(), shown);
    }
}
