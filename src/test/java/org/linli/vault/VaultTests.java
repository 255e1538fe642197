package org.linli.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.platform.keys.Keys;
import org.linli.platform.keys.KeysRefused;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class VaultTests {

    private static final FieldRef FIELD =
            new FieldRef(KeyClass.PERSON, "register.person", "phone", "990104/1");

    @Autowired private Vault vault;
    @Autowired private KeyRing keys;
    @Autowired private DataKeyStore store;

    @Test
    void whatIsSealedOpensInItsOwnPlaceAndTellsNothing() {
        var sealed = vault.seal(FIELD, "13800001111");

        assertThat(sealed).startsWith("v1|person.").doesNotContain("13800001111");
        assertThat(sealed.split("\\|", -1)).hasSize(6);
        assertThat(vault.open(FIELD, sealed)).isEqualTo("13800001111");
        assertThat(vault.seal(FIELD, "13800001111")).isNotEqualTo(sealed);
        assertThat(vault.seal(FIELD, "")).isEmpty();
    }

    @Test
    void aChangedBitAnywhereIsFoundOut() {
        var sealed = vault.seal(FIELD, "13800001111");

        for (int i = 0; i < sealed.length(); i++) {
            var changed = new StringBuilder(sealed);
            // the last character of a part may hold bits that say nothing: change the first of them
            changed.setCharAt(i, (char) (sealed.charAt(i) ^ 0x10));
            var text = changed.toString();
            assertThatThrownBy(() -> vault.open(FIELD, text)).as(text).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void itOpensInNoOtherRowColumnTableOrClass() {
        var sealed = vault.seal(FIELD, "13800001111");

        for (var elsewhere :
                new FieldRef[] {
                    new FieldRef(KeyClass.PERSON, "register.person", "phone", "990104/2"),
                    new FieldRef(KeyClass.PERSON, "register.person", "name", "990104/1"),
                    new FieldRef(KeyClass.PERSON, "register.other", "phone", "990104/1"),
                    new FieldRef(KeyClass.NEED, "register.person", "phone", "990104/1")
                }) {
            assertThatThrownBy(() -> vault.open(elsewhere, sealed)).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void afterARenewalNewValuesLieUnderTheNewKeyAndOldOnesStillOpen() {
        var before = vault.seal(FIELD, "one");
        var old = vault.currentKey(KeyClass.PERSON);

        var renewed = keys.renew(KeyClass.PERSON);

        assertThat(vault.currentKey(KeyClass.PERSON)).isEqualTo(old);
        keys.unwrap();
        assertThat(vault.currentKey(KeyClass.PERSON)).isEqualTo(renewed).isNotEqualTo(old);
        assertThat(vault.outdatedKeys(KeyClass.PERSON)).contains(Vault.PLAIN, old);
        assertThat(vault.open(FIELD, before)).isEqualTo("one");
        assertThat(vault.seal(FIELD, "two")).startsWith("v1|" + renewed + "|");
    }

    @Test
    void theKeysOfOneDatabaseDoNotOpenAnother(@TempDir Path elsewhere) {
        var others = new Keys(elsewhere.resolve("data"), "");
        assertThatThrownBy(() -> new KeyRing(new AesGcm(), store, others))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("no key file");
        assertThat(others.file().id()).isNotEmpty();
        assertThatThrownBy(() -> new KeyRing(new AesGcm(), store, others))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void equalValuesShareAnIndexThatCannotBeComputedWithoutTheKey()
            throws NoSuchAlgorithmException {
        var index = vault.index("phone", "13800001111");
        var unkeyed =
                MessageDigest.getInstance("SHA-256")
                        .digest("13800001111".getBytes(StandardCharsets.UTF_8));

        assertThat(index).hasSize(16).isEqualTo(vault.index("phone", "13800001111"));
        assertThat(index)
                .isNotEqualTo(vault.index("id_number", "13800001111"))
                .isNotEqualTo(vault.index("phone", "13800001112"))
                .isNotEqualTo(Arrays.copyOf(unkeyed, 16));
    }
}
