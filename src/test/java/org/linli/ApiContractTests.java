package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The API as it is written down in {@code api/openapi.yaml}, which others build on. After a change
 * that is meant, {@code mvn test -Dtest=ApiContractTests -Dapi.update=true} writes it anew.
 */
@LinliTest
class ApiContractTests {

    private static final Path CONTRACT = Path.of("api/openapi.yaml");

    @Autowired private MockMvcTester mvc;

    @Test
    void theApiIsWhatItsContractSays() throws IOException {
        var now = described();
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, now);
        }

        assertThat(now)
                .as("The API differs from %s; if that is meant, see ApiContractTests", CONTRACT)
                .isEqualTo(Files.readString(CONTRACT));
    }

    private String described() throws UnsupportedEncodingException {
        var answer = mvc.get().uri("/api/openapi.json.yaml").exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
