package org.linli.catalogue;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.catalogue.Question.Choice;
import org.linli.catalogue.Question.Datatype;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Exporter;
import org.linli.platform.transfer.ImportOptions;
import org.linli.platform.transfer.ImportProgress;
import org.linli.platform.transfer.ImportReport;
import org.linli.platform.transfer.ImportTally;
import org.linli.platform.transfer.Importer;
import org.linli.platform.transfer.RepeatedRows;
import org.linli.platform.transfer.Row;
import org.linli.platform.transfer.Table;
import org.linli.platform.transfer.TableWriter;
import org.linli.platform.words.Message;
import org.springframework.stereotype.Component;

/**
 * What is asked besides when a matter is reported, as a file: one row a question, in the order they
 * are asked. The questions of a matter that the file names are those of the file from then on; a
 * matter that it does not name keeps its own.
 */
@Component
class QuestionFile implements Importer, Exporter {

    private static final Columns COLUMNS =
            Columns.of(
                    "matter_code*",
                    "code*",
                    "datatype*",
                    "required",
                    "text_zh*",
                    "text_en",
                    "choices");

    private static final Map<String, Datatype> DATATYPES =
            Arrays.stream(Datatype.values())
                    .collect(Collectors.toMap(Datatype::code, Function.identity()));

    private static final int LONGEST_CHOICES = 4_000;

    /** As it can stand between the brackets of {@code attribute[CODE]}. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    /** {@code out=不亮=It is out}: what is sent, and what is shown for it. */
    private static final Pattern CHOICE = Pattern.compile("([A-Za-z0-9_-]+)=([^=]+)(?:=([^=]+))?");

    private final Catalogue catalogue;

    QuestionFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String kind() {
        return "questions";
    }

    @Override
    public ImportReport load(Path file, ImportOptions options, ImportProgress progress) {
        var table = Table.open(file, COLUMNS, options.zone());
        var tally = new ImportTally();
        table.notes().forEach(tally::note);
        var rows = new LinkedHashMap<String, List<Row>>();
        table.eachRow(row -> {
            var matter = row.required("matter_code", MatterFile.CODE);
            rows.computeIfAbsent(matter, _ -> new ArrayList<>()).add(row);
        });
        var changed = new LinkedHashMap<String, List<Question>>();
        rows.forEach((matter, asked) -> read(matter, asked, tally, changed));
        if (!options.dryRun() && !changed.isEmpty()) {
            catalogue.ask(changed);
        }
        progress.at(table.rows(), table.rows());
        return tally.report();
    }

    @Override
    public void write(OutputStream out) {
        var table = new TableWriter(out, COLUMNS.names());
        for (var matter : catalogue.matters()) {
            for (var question : catalogue.questions(matter.code())) {
                table.row(
                        question.matterCode(),
                        question.code(),
                        question.datatype().code(),
                        question.required() ? 1 : 0,
                        question.textZh(),
                        question.textEn(),
                        written(question.choices()));
            }
        }
        table.finish();
    }

    /** All questions of a matter or none: one that cannot be read would else be lost. */
    private void read(
            String matter, List<Row> rows, ImportTally tally, Map<String, List<Question>> changed) {
        var repeated = new RepeatedRows();
        var questions = new ArrayList<Question>();
        for (var row : rows) {
            questions.add(read(matter, row, questions.size() + 1));
            repeated.check(row, "code", row.text("code", MatterFile.CODE));
        }
        if (!rows.stream().allMatch(Row::isSound)) {
            rows.forEach(row -> reject(row, tally));
        } else if (questions.equals(catalogue.questions(matter))) {
            rows.forEach(_ -> tally.unchanged());
        } else {
            rows.forEach(_ -> tally.accepted());
            changed.put(matter, questions);
        }
    }

    private static void reject(Row row, ImportTally tally) {
        if (row.isSound()) {
            row.reject("matter_code", Message.of("catalogue/questions-together"));
        }
        tally.rejected(row);
    }

    private Question read(String matter, Row row, int place) {
        if (!matter.isEmpty() && catalogue.matter(matter).isEmpty()) {
            row.reject("matter_code", Message.of("catalogue/no-such-matter"));
        }
        var code = row.required("code", MatterFile.CODE);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            row.reject("code", Message.of("catalogue/question-code"));
        }
        row.required("datatype", MatterFile.CODE);
        var datatype = row.oneOf("datatype", DATATYPES).orElse(Datatype.STRING);
        var textZh = row.required("text_zh", MatterFile.TEXT);
        return new Question(
                matter,
                code,
                place,
                datatype,
                row.flag("required"),
                textZh,
                row.find("text_en", MatterFile.TEXT).orElse(textZh),
                choices(row, datatype));
    }

    private static List<Choice> choices(Row row, Datatype datatype) {
        var parts =
                Arrays.stream(row.text("choices", LONGEST_CHOICES).split("[;；]", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(CHOICE::matcher)
                        .toList();
        var readable = parts.stream().allMatch(part -> part.matches());
        if (!readable || parts.isEmpty() == datatype.isList()) {
            row.reject("choices", Message.of("catalogue/choices"));
            return List.of();
        }
        return parts.stream()
                .map(part -> {
                    var english = part.group(3) == null ? part.group(2) : part.group(3);
                    return new Choice(part.group(1), part.group(2), english);
                })
                .toList();
    }

    private static String written(List<Choice> choices) {
        return choices.stream()
                .map(choice -> String.join("=", choice.key(), choice.zh(), choice.en()))
                .collect(Collectors.joining("; "));
    }
}
