package org.linli.platform.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTests {

    @Test
    void masksShowEnoughToRecogniseAndTooLittleToUse() {
        assertThat(Masks.name("张三丰")).hasToString("张*");
        assertThat(Masks.idNumber("110101199003077774")).hasToString("1****************4");
        assertThat(Masks.phone("13800001189")).hasToString("1********89");
        assertThat(Masks.phone("110")).hasToString("***");
        assertThat(Masks.name("")).hasToString("");
        assertThat(Masks.address("碧泉路129号28栋3单元")).hasToString("碧泉路129号28栋*");
    }
}
