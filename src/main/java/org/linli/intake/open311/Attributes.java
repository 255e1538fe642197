package org.linli.intake.open311;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.linli.catalogue.Question;
import org.linli.platform.problem.InvalidValue;

/**
 * The answers to the questions of a matter, as a form brings them: {@code attribute[CODE]=…}, or
 * {@code attribute[CODE][]=…} for several. Each becomes a line of the report, in the words of its
 * question. What nobody asked is kept as well: a sender may know what it is good for.
 */
final class Attributes {

    private static final Pattern NAME = Pattern.compile("attribute\\[([^\\[\\]]{1,100})](\\[])?");

    /** More digits than anybody counts or measures with. */
    private static final int LONGEST_NUMBER = 40;

    private Attributes() {}

    /**
     * @throws InvalidValue if an answer is missing, or is none to its question
     */
    static List<String> lines(List<Question> questions, Map<String, String[]> form, Locale locale) {
        var answers = read(form);
        var lines = new ArrayList<String>();
        for (var asked : questions) {
            var given = answers.remove(asked.code());
            if (given != null) {
                lines.add(line(asked, given, locale));
            } else if (asked.required()) {
                throw InvalidValue.missing(field(asked));
            }
        }
        answers.forEach((code, given) -> lines.add(code + ": " + String.join(", ", given)));
        return lines;
    }

    private static Map<String, List<String>> read(Map<String, String[]> form) {
        var answers = new LinkedHashMap<String, List<String>>();
        form.forEach((name, values) -> {
            var attribute = NAME.matcher(name);
            if (attribute.matches()) {
                for (var value : values) {
                    if (!value.isBlank()) {
                        answers.computeIfAbsent(attribute.group(1), _ -> new ArrayList<>())
                                .add(value.strip());
                    }
                }
            }
        });
        return answers;
    }

    private static String line(Question asked, List<String> given, Locale locale) {
        if (given.size() > 1 && asked.datatype() != Question.Datatype.MULTIVALUELIST) {
            throw new InvalidValue("request/twice", field(asked));
        }
        var english = ServiceList.isEnglish(locale);
        var said = given.stream().map(answer -> said(asked, answer, english)).toList();
        var question = english ? asked.textEn() : asked.textZh();
        return question + " " + String.join(english ? ", " : "、", said);
    }

    private static String said(Question asked, String answer, boolean english) {
        return switch (asked.datatype()) {
            case STRING, TEXT -> answer;
            case NUMBER -> number(asked, answer);
            case DATETIME -> time(asked, answer);
            case SINGLEVALUELIST, MULTIVALUELIST ->
                    asked.choice(answer)
                            .map(choice -> english ? choice.en() : choice.zh())
                            .orElseThrow(() -> wrong(asked, answer));
        };
    }

    private static String number(Question asked, String answer) {
        try {
            if (answer.length() <= LONGEST_NUMBER) {
                var number = new BigDecimal(answer);
                // 1e999999999 is one, too, and as long as that when it is written out
                if (Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
                    return number.toPlainString();
                }
            }
        } catch (NumberFormatException none) {
            throw wrong(asked, answer);
        }
        throw wrong(asked, answer);
    }

    private static String time(Question asked, String answer) {
        try {
            return OffsetDateTime.parse(answer).toString();
        } catch (DateTimeException none) {
            throw wrong(asked, answer);
        }
    }

    private static InvalidValue wrong(Question asked, String answer) {
        return new InvalidValue("request/value", field(asked), answer);
    }

    private static String field(Question asked) {
        return "attribute[" + asked.code() + "]";
    }
}
