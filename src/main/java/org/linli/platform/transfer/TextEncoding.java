package org.linli.platform.transfer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the text of a file is encoded.
 *
 * @param mark the bytes of the byte order mark in front of it
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Finds out by reading the whole file: UTF-8, or else GB18030.
     *
     * @throws FileRefused if it is neither
     */
    static TextEncoding of(Path file) throws IOException {
        var utf8 = new TextEncoding(StandardCharsets.UTF_8, markOf(file));
        if (utf8.reads(file)) {
            return utf8;
        }
        var chinese = new TextEncoding(GB18030, 0);
        if (utf8.mark == 0 && chinese.reads(file)) {
            return chinese;
        }
        throw new FileRefused("table/encoding");
    }

    boolean isChinese() {
        return charset.equals(GB18030);
    }

    /** The text, failing where it is not of this encoding. */
    Reader open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        in.skipNBytes(mark);
        var strict =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(in, strict);
    }

    private boolean reads(Path file) throws IOException {
        var buffer = new char[1 << 16];
        try (var reader = open(file)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                refuseBinary(buffer, n);
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static void refuseBinary(char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == 0) {
                throw new FileRefused("table/encoding");
            }
        }
    }

    private static int markOf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(3);
            return first.length == 3
                            && first[0] == (byte) 0xEF
                            && first[1] == (byte) 0xBB
                            && first[2] == (byte) 0xBF
                    ? 3
                    : 0;
        }
    }
}
