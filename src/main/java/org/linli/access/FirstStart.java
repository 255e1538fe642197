package org.linli.access;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever starts Linli for the first time how to make its first administrator. */
@Component
@ConditionalOnWebApplication
class FirstStart {

    private final Setup setup;
    private final boolean demo;

    FirstStart(Setup setup, @Value("${linli.demo:false}") boolean demo) {
        this.setup = setup;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offerSetup() {
        if (!demo && !setup.isDone()) {
            tell(setup.newCode(), System.out);
        }
    }

    /** Not through the log, which others may keep and read. */
    private void tell(String code, PrintStream console) {
        console.printf(
                """

                初始化 Linli：请在 30 分钟内打开 /setup 并输入 To set up Linli, open /setup within 30 minutes and enter

                    %s

                (%s)
                %n\
                """,
                code.replaceAll("(.{8})(?=.)", "$1 "), setup.file());
    }
}
