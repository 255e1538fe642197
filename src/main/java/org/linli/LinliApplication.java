package org.linli;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole product in one process. */
@Modulithic(sharedModules = "platform")
@SpringBootApplication
public class LinliApplication {

    static void main(String[] args) {
        SpringApplication.run(LinliApplication.class, args);
    }
}
