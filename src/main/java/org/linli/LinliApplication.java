package org.linli;

import org.linli.launch.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole product in one process. */
@Modulithic(sharedModules = "platform")
@SpringBootApplication
public class LinliApplication {

    static void main(String[] args) {
        System.exit(CommandLine.run(LinliApplication.class, args));
    }
}
