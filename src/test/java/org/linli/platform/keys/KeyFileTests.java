package org.linli.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {

    @TempDir private Path directory;

    @Test
    void theFileLiesBesideTheDataAndNobodyElseMayReadIt() throws IOException {
        var file = KeyFile.place(directory.resolve("data"), "");

        var made = KeyFile.make(file);

        assertThat(file).isEqualTo(directory.toRealPath().resolve("data.keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.read(file).wrapping()).isEqualTo(made.wrapping());
        assertThat(KeyFile.read(file).indexing())
                .isEqualTo(made.indexing())
                .isNotEqualTo(made.wrapping());
        assertThat(KeyFile.read(file).signingIn())
                .isEqualTo(made.signingIn())
                .isNotEqualTo(made.indexing());
    }

    @Test
    void whatWasDoneOnceIsNotedBesideTheKeysWhichStayAsTheyWere() {
        var keys = new Keys(directory.resolve("data"), "");
        assertThat(keys.isNoted("deed")).isFalse();
        var before = keys.file();

        keys.note("deed");
        keys.note("deed");

        var after = new Keys(directory.resolve("data"), "");
        assertThat(after.isNoted("deed")).isTrue();
        assertThat(after.isNoted("other")).isFalse();
        assertThat(after.file().signingIn()).isEqualTo(before.signingIn());
        assertThat(after.place()).content().containsOnlyOnce("deed=yes");
    }

    @Test
    void whoeverMakesTheFileSecondTakesTheKeysOfTheFirst() {
        var file = KeyFile.place(directory.resolve("data"), "");

        var first = KeyFile.make(file);
        var second = KeyFile.make(file);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(directory.toFile().list()).containsExactly("data.keys");
    }

    @Test
    void noKeyLiesInsideTheDataDirectoryNotEvenByALink() throws IOException {
        var data = Files.createDirectory(directory.resolve("data"));
        var link = Files.createSymbolicLink(directory.resolve("elsewhere"), data);

        for (var inside : new Path[] {data, link}) {
            assertThatThrownBy(() -> KeyFile.place(data, inside.resolve("keys").toString()))
                    .isInstanceOf(KeysRefused.class)
                    .hasMessageContaining("inside the data directory");
        }
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        var file = KeyFile.place(directory.resolve("data"), "");
        KeyFile.make(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFileThatIsNotWholeIsRefused() throws IOException {
        var file = KeyFile.place(directory.resolve("data"), "");
        KeyFile.make(file);
        var whole = Files.readString(file);

        for (var broken : new String[] {"", "wrapping=AAAA", whole.replace("signing-in", "x")}) {
            Files.writeString(file, broken);
            assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(KeysRefused.class);
        }
    }
}
