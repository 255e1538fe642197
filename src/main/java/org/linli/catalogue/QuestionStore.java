package org.linli.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is asked besides when a matter is reported. */
@Repository
class QuestionStore {

    private static final String ALL =
            """
            select matter_code, code, place, datatype, required, text_zh, text_en, choices
            from catalogue.question
            order by matter_code, place
            """;

    private static final String REMOVE =
            """
            delete from catalogue.question where matter_code = :matter
            """;

    private static final String ADD =
            """
            insert into catalogue.question (matter_code, code, place, datatype, required, text_zh,
                text_en, choices)
            values (:matter, :code, :place, :datatype, :required, :textZh, :textEn,
                :choices::jsonb)
            """;

    private static final TypeReference<List<Question.Choice>> CHOICES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    QuestionStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Question> all() {
        return sql.sql(ALL).query((row, _) -> read(row)).list();
    }

    /** These take the place of all that were asked of the matter. */
    void put(String matter, List<Question> questions) {
        sql.sql(REMOVE).param("matter", matter).update();
        questions.forEach(this::add);
    }

    private void add(Question question) {
        sql.sql(ADD)
                .param("matter", question.matterCode())
                .param("code", question.code())
                .param("place", question.place())
                .param("datatype", question.datatype().code())
                .param("required", question.required())
                .param("textZh", question.textZh())
                .param("textEn", question.textEn())
                .param("choices", json.writeValueAsString(question.choices()))
                .update();
    }

    private Question read(ResultSet row) throws SQLException {
        return new Question(
                row.getString("matter_code"),
                row.getString("code"),
                row.getInt("place"),
                Question.Datatype.of(row.getString("datatype")),
                row.getBoolean("required"),
                row.getString("text_zh"),
                row.getString("text_en"),
                json.readValue(row.getString("choices"), CHOICES));
    }
}
