package org.linli.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;

class TableTests {

    private static final Columns UNITS = Columns.of("unit_code*", "name*", "kind");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir private Path folder;

    @Test
    void cellsKeepCommasQuotesAndLineBreaksInsideQuotes() throws IOException {
        var file = text("unit_code,name,kind\r\nHW,\"环卫,\"\"东\"\"\n区\",department\r\n");

        var rows = rows(file);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().text("name", 50)).isEqualTo("环卫,\"东\"\n区");
        assertThat(rows.getFirst().text("kind", 50)).isEqualTo("department");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(rows(text("\uFEFFunit_code,name\nHW,环卫\n"))).hasSize(1);
    }

    @Test
    void chineseTextInGb18030IsReadAndSaid() throws IOException {
        var file = bytes("unit_code,name\nHW,环卫管理单位𠮷\n".getBytes(Charset.forName("GB18030")));

        var table = Table.open(file, UNITS, SHANGHAI);

        assertThat(rows(file).getFirst().text("name", 50)).isEqualTo("环卫管理单位𠮷");
        assertThat(table.notes()).extracting("code").containsExactly("table/gb18030");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        assertRefused(bytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 'u', 0}), "table/encoding");
        assertRefused(
                bytes("unit_code,name\nHW,\0\n".getBytes(StandardCharsets.UTF_8)),
                "table/encoding");
    }

    @Test
    void anOldWorkbookIsToldFromText() throws IOException {
        var ole = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};

        assertRefused(bytes(ole), "table/old-workbook");
    }

    @Test
    void rowsAreCountedAsASpreadsheetCountsThem() throws IOException {
        var file = text("unit_code,name\nHW,环卫\n\n,\nSQ,\"两\n行\"\nTX,通信\n");

        assertThat(rows(file)).extracting(Row::number).containsExactly(2L, 5L, 6L);
        assertThat(Table.open(file, UNITS, SHANGHAI).rows()).isEqualTo(3);
    }

    @Test
    void aColumnNobodyKnowsRefusesTheFileAndNamesThoseAllowed() throws IOException {
        var file = text("unit_code,name,phone\nHW,环卫,1\n");

        assertThatThrownBy(() -> Table.open(file, UNITS, SHANGHAI))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("\"phone\"")
                .hasMessageContaining("unit_code, name, kind, x_…");
    }

    @Test
    void aColumnOfSomebodyElseIsLetPass() throws IOException {
        assertThat(rows(text("unit_code,name,x_phone\nHW,环卫,1\n"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit_code,kind|table/column-missing",
                "unit_code,name,name|table/column-doubled",
                "unit_code,,name|table/column-unnamed",
                "unit_code;name;kind|table/not-by-commas",
                "'   '|table/empty",
                "''|table/empty"
            })
    void aHeaderThatDoesNotFitRefusesTheFile(String header, String code) throws IOException {
        assertRefused(text(header + "\nHW,环卫,a\n"), code);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(text(""), "table/empty");
    }

    @Test
    void aQuoteWithoutPartnerRefusesTheFileBeforeAnyRowIsHandedOver() throws IOException {
        assertRefused(text("unit_code,name\nHW,\"环卫\nSQ,社区\n"), "table/csv-broken");
        assertRefused(text("unit_code,name\nHW,\"环\"卫\n"), "table/csv-broken");
    }

    @Test
    void aRowMayLackCellsAtItsEndButNotHaveMore() throws IOException {
        var rows = rows(text("unit_code,name,kind\nHW,环卫\nSQ,社区,a,b\nTX,通信,a,\n"));

        assertThat(rows).extracting(Row::isSound).containsExactly(true, false, true);
        assertThat(rows.getFirst().text("kind", 10)).isEmpty();
    }

    @Test
    void aWorkbookReadsLikeTheSameTableAsText() throws IOException {
        var file = folder.resolve("units.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("单位");
            List.of("unit_code", "name", "kind")
                    .forEach(name -> sheet.value(0, column(name), name));
            sheet.value(1, 0, 990104005);
            sheet.value(1, 1, LocalDateTime.of(2025, 4, 1, 6, 30, 5));
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 2, 0.25);
            sheet.value(3, 0, "SQ");
            sheet.value(3, 1, true);
            sheet.formula(3, 2, "1+1");
        }

        var rows = rows(file);

        assertThat(rows).extracting(Row::number).containsExactly(2L, 4L);
        assertThat(rows.getFirst().text("unit_code", 20)).isEqualTo("990104005");
        assertThat(rows.getFirst().time("name")).hasToString("Optional[2025-03-31T22:30:05Z]");
        assertThat(rows.getFirst().text("kind", 20)).isEqualTo("0.25");
        assertThat(rows.getLast().text("name", 20)).isEqualTo("1");
    }

    @Test
    void aDamagedWorkbookIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
        var sheet =
                """
                <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>unit_code</t></is></c>
                <c r="B1" t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c r="A2"><v>1</v></c>
                <c r="B2"><v>45748.5</v></c></row></sheetData></worksheet>
                """;
        assertThat(rows(workbook(sheet))).hasSize(1);
        var random = new Random(47678);
        for (int i = 0; i < 300; i++) {
            var damaged = new StringBuilder(sheet);
            for (int n = random.nextInt(4); n > 0; n--) {
                var with = "<>/\"=&;09-rstvXF".charAt(random.nextInt(15));
                damaged.setCharAt(random.nextInt(sheet.length()), with);
            }
            try {
                rows(workbook(damaged.toString())).forEach(row -> row.text("name", 50));
            } catch (FileRefused refused) {
                assertThat(refused.told().code()).as(damaged.toString()).startsWith("table/");
            }
        }
    }

    @Test
    void somethingZippedThatIsNoWorkbookIsRefused() throws IOException {
        var file = zip("readme.txt", 10);

        assertRefused(file, "table/unreadable");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 9, 9, 9});
        assertRefused(file, "table/unreadable");
    }

    @Test
    void aWorkbookWithACellFarOutIsRefusedBeforeItsRowFillsTheMemory() throws IOException {
        for (var far : List.of("r=\"ZZZZZZ1\"", "r = 'aaaa1'", "r=\"&#90;ZZZZ1\"")) {
            var sheet =
                    "<worksheet><sheetData><row r=\"1\"><c %s t=\"n\"><v>1</v></c></row></sheetData></worksheet>"
                            .formatted(far);
            assertRefused(workbook(sheet), "table/workbook-too-large");
        }
    }

    @Test
    void aWorkbookThatUnpacksToAFloodIsRefused() throws IOException {
        assertRefused(zip("xl/sharedStrings.xml", 700L << 20), "table/workbook-too-large");
    }

    @Test
    void aHundredThousandRowsComeInGroupsNeverAllAtOnce() throws IOException {
        var file = folder.resolve("many.csv");
        try (var out = Files.newOutputStream(file)) {
            var writer = new TableWriter(out, UNITS.names());
            for (int i = 0; i < 100_000; i++) {
                writer.row("U" + i, "单位" + i, null);
            }
            writer.finish();
        }
        var sizes = new ArrayList<Integer>();
        var told = new ArrayList<Long>();

        var table = Table.open(file, UNITS, SHANGHAI);
        table.inBatches(
                30_000, (done, total) -> told.add(total - done), rows -> sizes.add(rows.size()));

        assertThat(sizes).containsExactly(30_000, 30_000, 30_000, 10_000);
        assertThat(told).containsExactly(70_000L, 40_000L, 10_000L, 0L);
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() throws IOException {
        var file = folder.resolve("back.csv");
        var name = "=1+1,\"引\"\n- 行";
        try (OutputStream out = Files.newOutputStream(file)) {
            var writer = new TableWriter(out, UNITS.names());
            writer.row("U1", name, null);
            writer.finish();
        }

        assertThat(rows(file).getFirst().text("name", 100)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a"})
    void noCellOfTheRejectedListIsAFormula(String value) throws IOException {
        var file = folder.resolve("units.rejected.csv");
        var reason = Message.of("table/not-a-number");
        try (OutputStream out = Files.newOutputStream(file)) {
            RejectedFile.write(
                    out, List.of(new Rejection(7, "kind", value, reason)), Locale.CHINESE);
        }

        assertThat(Files.readString(file))
                .startsWith("row,column,value,reason\n7,kind,")
                .contains("'" + value)
                .endsWith(",不是数字。\n");
    }

    @Test
    void eachRefusalIsWordedInBothLanguages() {
        var codes =
                Words.wordings("zh").keySet().stream().filter(code -> code.startsWith("table/"));

        assertThat(codes).isNotEmpty().allMatch(code -> Words.wordings("en").containsKey(code));
    }

    private static int column(String name) {
        return UNITS.names().indexOf(name);
    }

    private Path workbook(String sheet) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : workbookParts(sheet).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static Map<String, String> workbookParts(String sheet) {
        var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        var types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                        + types
                        + "sheet.main+xml\"/></Types>",
                "_rels/.rels",
                relationship(relations, office + "/officeDocument", "xl/workbook.xml"),
                "xl/_rels/workbook.xml.rels",
                relationship(relations, office + "/worksheet", "worksheets/sheet1.xml"),
                "xl/workbook.xml",
                "<workbook xmlns:r=\""
                        + office
                        + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/worksheets/sheet1.xml",
                sheet);
    }

    private static String relationship(String space, String type, String target) {
        return "<Relationships xmlns=\""
                + space
                + "\"><Relationship Id=\"r1\" Type=\""
                + type
                + "\" Target=\""
                + target
                + "\"/></Relationships>";
    }

    private Path zip(String part, long size) throws IOException {
        var file = folder.resolve("zip.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(part));
            var zeros = new byte[1 << 20];
            for (long left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        return file;
    }

    private Path text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path bytes(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("units.csv"), bytes);
    }

    private static List<Row> rows(Path file) {
        var rows = new ArrayList<Row>();
        Table.open(file, UNITS, SHANGHAI).eachRow(rows::add);
        return rows;
    }

    private static void assertRefused(Path file, String code) {
        assertThatThrownBy(() -> Table.open(file, UNITS, SHANGHAI))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.told().code()).isEqualTo(code));
    }
}
