package org.bluelamp.directory.postcode.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.bluelamp.directory.importing.ImportRun;
import org.bluelamp.directory.importing.ImportRun.Outcome;
import org.bluelamp.directory.importing.ImportTest;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ImportTest
class PostcodeImportTest {

    private static final String ONS = "pcd,pcds,dointr,doterm,oseast1m,osnrth1m,pfa,lat,long\n";

    /** A point in Ware. */
    private static final String WARE = "51.811000,-0.031000";

    @TempDir
    private Path folder;

    @Autowired
    private ImportRun imports;

    @Autowired
    private Postcodes postcodes;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource connections;

    /** Every test begins with the same two postcodes. */
    @BeforeEach
    void twoPostcodes() throws IOException {
        assertThat(run(ons("SG12 9AA," + WARE, "SG12 9AB," + WARE), "--fewer").exit())
                .isZero();
    }

    @Test
    void the_ons_directory_tells_where_a_postcode_lies_who_serves_it_and_when_it_ended() throws IOException {
        Outcome outcome = run(file(
                "ONSPD.csv",
                ONS
                        + "\"SG129ZZ\",\"SG12 9ZZ\",\"198001\",\"\",\"\",\"\",\"E23000027\",51.811000,-0.031000\n"
                        + "\"CB2 1TN\",\"CB2 1TN\",\"198001\",\"\",\"\",\"\",\"E23000023\",52.203000,0.124000\n"
                        + "\"SG1 1XX\",\"SG1 1XX\",\"198001\",\"201905\",\"\",\"\",\"E23000027\",51.902000,-0.202000\n"
                        + "\"EH1 1AA\",\"EH1 1AA\",\"198001\",\"\",\"\",\"\",\"S23000009\",55.950000,-3.190000\n"
                        + "\"GY1 1AA\",\"GY1 1AA\",\"198001\",\"\",\"\",\"\",\"L99999999\",99.999999,0.000000\n"));
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(held("SG12 9ZZ"))
                .isEqualTo(new LocatedPostcode(
                        new Postcode("SG129ZZ"),
                        -0.031,
                        51.811,
                        new AreaCode("hertfordshire/east-herts/ware"),
                        "Hertfordshire Constabulary",
                        null,
                        "ons-postcode-directory"));
        assertThat(held("CB2 1TN").neighbourhood()).isNull();
        assertThat(held("CB2 1TN").forceName()).isEqualTo("Cambridgeshire Constabulary");
        assertThat(held("SG1 1XX").terminated()).isEqualTo(LocalDate.of(2019, 5, 1));
        assertThat(held("EH1 1AA").forceName()).isEqualTo("Police Scotland");
        assertThat(outcome.output())
                .contains("1 postcodes have no place in the file and are left out")
                .contains("Postcodes: 4 added, 0 changed, 2 removed, 0 unchanged");
        assertThat(count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PCDS,DOTERM,LAT,LONG,PFA",
                "\ufeffpcds,doterm,lat,long,pfa",
                "pcd8,doterm,lat,long,pfa23cd",
                "Postcode,doterm,Latitude,Longitude,pfa"
            })
    void headings_of_all_years_are_understood(String heading) throws IOException {
        Outcome outcome = run(file("a.csv", heading + "\r\nsg129zz,,51.811,-0.031,E23000027\r\n"), "--fewer");
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(held("SG12 9ZZ").forceName()).isEqualTo("Hertfordshire Constabulary");
    }

    @Test
    void without_degrees_the_grid_tells_the_place() throws IOException {
        run(file("a.csv", "pcds,oseast1m,osnrth1m\nSG12 9ZZ,535800,214500\nBT1 1AA,333800,374000\n"), "--fewer");
        assertThat(held("SG12 9ZZ").neighbourhood()).hasToString("hertfordshire/east-herts/ware");
        assertThat(count()).as("Northern Ireland has another grid").isEqualTo(1);
    }

    @Test
    void code_point_open_is_read_from_its_zip_as_published() throws IOException {
        String areas = ",\"E92000001\",\"E19000003\",\"E18000006\",\"\",\"E07000242\",\"E05004776\"\n";
        Path zip = zip(Map.of(
                "Data/CSV/sg.csv", "\"SG129ZZ\",10,535800,214500" + areas + "\"SG129ZY\",90,0,0" + areas,
                "Data/CSV/cb.csv", "\"CB2 1TN\",10,545200,258300" + areas,
                "Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO\nPostcode,Quality,Eastings,Northings\n"));
        Outcome outcome = run(zip);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(held("SG12 9ZZ").neighbourhood()).hasToString("hertfordshire/east-herts/ware");
        assertThat(held("SG12 9ZZ").source()).isEqualTo("os-code-point-open");
        assertThat(outcome.output()).contains("Passed by: Doc/Code-Point_Open_Column_Headers.csv");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void of_the_ons_zip_the_whole_table_is_read_and_not_its_pieces_again() throws IOException {
        String row = "SG129ZZ,SG12 9ZZ,,,,,E23000027," + WARE + "\n";
        Outcome outcome = run(
                zip(Map.of(
                        "Data/ONSPD_UK.csv", ONS + row,
                        "Data/multi_csv/ONSPD_UK_SG.csv", ONS + row,
                        "Documents/names.csv", "PFA23CD,PFA23NM\nE23000027,Hertfordshire\n")),
                "--fewer");
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("Passed by: Data/multi_csv/ONSPD_UK_SG.csv", "Passed by: Documents/names.csv")
                .doesNotContain("skipped");
    }

    @Test
    void a_folder_is_read_like_a_zip() throws IOException {
        Files.createDirectories(folder.resolve("in/CSV"));
        Files.writeString(folder.resolve("in/CSV/sg.csv"), "SG129ZZ,10,535800,214500\n");
        Files.writeString(folder.resolve("in/CSV/al.csv"), "AL1 1AA,10,514700,207200\n");
        assertThat(run(folder.resolve("in")).exit()).isZero();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void a_bad_row_is_told_with_its_line_and_left_out() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add("SG12 " + i / 10 + "A" + (char) ('A' + i % 10) + "," + WARE);
        }
        rows.set(10, "hello," + WARE);
        rows.set(20, "SG12 9ZX,north,-0.03");
        rows.set(30, "SG12 9ZX,151.8,-0.03");
        rows.set(40, "SG12 0AA," + WARE);
        rows.set(50, "SG12 9ZX");
        Outcome outcome = run(ons(rows.toArray(String[]::new)));
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(count()).isEqualTo(95);
        assertThat(outcome.output())
                .contains("5 skipped:")
                .contains("line 12: \"hello\" is no postcode")
                .contains("line 22: the latitude \"north\" is no number")
                .contains("line 42: the postcode SG12 0AA was there already; the first one counts")
                .contains("line 52: it has 1 fields where at least");
        assertThat(outcome.report()).contains("Skipped, line 12: \"hello\" is no postcode");
    }

    @Test
    void a_month_that_is_none_is_a_bad_row() throws IOException {
        Outcome outcome =
                run(file("a.csv", "pcds,doterm,lat,long\nSG12 9AA,201913," + WARE + "\nSG12 9AB,," + WARE + "\n"));
        assertThat(outcome.output()).contains("line 2: \"201913\" is no month of termination, such as 201905");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void the_same_file_again_changes_nothing() throws IOException {
        assertThat(run(ons("SG12 9AA," + WARE, "SG12 9AB," + WARE)).output())
                .contains("Postcodes: 0 added, 0 changed, 0 removed, 2 unchanged");
    }

    @Test
    void a_dry_run_says_what_would_change_and_changes_nothing() throws IOException {
        Outcome outcome = run(ons("SG12 9AB,51.812,-0.031", "SG12 9AC," + WARE), "--dry-run");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output())
                .contains("Postcodes: 1 would be added, 1 changed, 1 removed, 0 unchanged")
                .contains("This was a dry run: nothing was changed.");
        assertNothingChanged();
    }

    @Test
    void the_new_table_has_all_that_the_old_one_had() throws IOException {
        List<String> before = shape();
        run(ons("SG12 9ZZ," + WARE), "--fewer");
        assertThat(shape()).isEqualTo(before).hasSizeGreaterThan(12);
    }

    @Test
    void the_running_service_answers_from_the_new_table() throws IOException {
        run(ons("SG12 9ZZ," + WARE, "SG12 9ZY," + WARE));
        postcodes.held().refresh();
        assertThat(postcodes.find(new Postcode("SG129ZZ"))).isPresent();
        assertThat(postcodes.find(new Postcode("SG129AA"))).isEmpty();
    }

    @Test
    void readers_of_the_old_table_are_waited_for_and_not_stopped() throws Exception {
        Path file = ons("SG12 9ZZ," + WARE, "SG12 9ZY," + WARE);
        try (Connection reader = connections.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select * from postcode");
            Thread importing = Thread.ofVirtual().start(() -> imports.run("postcodes", file));
            awaitLockRequest();
            assertThat(database.sql("select count(*) from postcode where code = 'SG129ZZ'")
                            .query(Long.class)
                            .single())
                    .as("the old table serves")
                    .isZero();
            reader.commit();
            importing.join();
        }
        assertThat(held("SG12 9ZZ")).isNotNull();
    }

    @Test
    void a_table_that_may_be_a_part_only_is_refused() throws IOException {
        run(ons("SG12 9AA," + WARE, "SG12 9AB," + WARE, "SG12 9AC," + WARE));
        Outcome outcome = run(ons("SG12 9AA," + WARE));
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("The file holds 1 postcodes where 3 are held now", "--fewer");
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void what_is_no_table_of_postcodes_changes_nothing() throws IOException {
        assertRefused(
                file("a.csv", "name,age\nAnn,7\nBob,8\n"), "holds no postcodes: neither an ONS Postcode Directory");
        assertRefused(file("a.csv", "pcds,doterm\nSG12 9AA,\n"), "holds no postcodes");
        assertRefused(file("a.csv", ""), "a.csv is empty.");
        assertRefused(file("a.csv", ONS), "holds no rows.");
        assertRefused(file("a.bin", "\0\1\2\3"), "holds no postcodes");
        assertRefused(folder.resolve("missing.csv"), "There is no file");
        assertRefused(Files.createDirectory(folder.resolve("empty")), "holds no postcodes");
        assertRefused(
                zip(Map.of("ons.csv", ONS + "SG129ZZ,SG12 9ZZ,,,,,," + WARE, "cpo.csv", "SG129ZZ,10,535800,214500")),
                "holds both an ONS Postcode Directory and Code-Point Open");
    }

    @Test
    void a_file_of_mostly_bad_rows_changes_nothing() throws IOException {
        assertRefused(ons("x,1,1", "y,1,1", "SG12 9ZZ," + WARE), "2 of its first 3 rows are bad");
        String[] rows = new String[5_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < 800 ? "x,1,1" : "SG12 9ZZ," + WARE;
        }
        assertRefused(ons(rows), "of its first 1,000 rows are bad");
    }

    @Test
    void a_quotation_mark_that_nobody_closes_does_not_swallow_the_rest() throws IOException {
        StringBuilder text = new StringBuilder("pcds,lat,long\nSG12 9ZZ," + WARE + "\n\"SG12 9ZY," + WARE + "\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("SG12 9ZX,").append(WARE).append('\n');
        }
        assertRefused(
                file("a.csv", text.toString()),
                "a.csv cannot be read: Exception when reading record that started in line 3");
    }

    @Test
    void a_zip_that_breaks_off_changes_nothing() throws IOException {
        byte[] whole = Files.readAllBytes(zip(Map.of("sg.csv", "SG129ZZ,10,535800,214500\n".repeat(100))));
        assertRefused(
                Files.write(folder.resolve("broken.zip"), java.util.Arrays.copyOf(whole, whole.length / 2)),
                "cannot be read");
    }

    @Test
    void a_damaged_zip_changes_nothing() throws IOException {
        Path zip = stored("sg.csv", "SG129ZZ,10,535800,214500\nSG129ZY,10,535800,214500\n");
        byte[] bytes = Files.readAllBytes(zip);
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("535800");
        bytes[place + 3] = '9';
        assertRefused(Files.write(zip, bytes), "it is damaged: its checksum is wrong");
    }

    @Test
    void a_zip_bomb_is_stopped_before_it_fills_anything() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("sg.csv"));
            zip.write("SG129ZZ,10,535800,214500\n".getBytes(StandardCharsets.US_ASCII));
            byte[] emptyLines = "\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 500; i++) {
                zip.write(emptyLines);
            }
            zip.closeEntry();
        }
        assertRefused(bomb, "swells from");
    }

    private void assertRefused(Path file, String reason) {
        Outcome outcome = imports.run("postcodes", file, "--fewer");
        assertThat(outcome.output()).contains(reason).contains("Nothing was changed.");
        assertThat(outcome.exit()).isEqualTo(1);
        assertNothingChanged();
    }

    private void assertNothingChanged() {
        assertThat(count()).isEqualTo(2);
        assertThat(held("SG12 9AB").latitude()).isEqualTo(51.811);
        assertThat(database.sql("select count(*) from pg_class where relname like 'postcode_next%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Outcome run(Path file, String... options) {
        List<Object> words = new ArrayList<>(List.of("postcodes", file));
        words.addAll(List.of(options));
        return imports.run(words.toArray());
    }

    /** Rows of postcode, latitude, longitude. */
    private Path ons(String... rows) throws IOException {
        return file("ons.csv", "pcds,lat,long\n" + String.join("\n", rows) + "\n");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path path = folder.resolve("published.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return path;
    }

    private Path stored(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        Path path = folder.resolve("stored.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
        return path;
    }

    private void awaitLockRequest() {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            Long waiting = database.sql(
                            "select count(*) from pg_locks where not granted and relation = 'postcode'::regclass")
                    .query(Long.class)
                    .single();
            if (waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The import did not ask for the table");
    }

    private LocatedPostcode held(String typed) {
        postcodes.held().refresh();
        return postcodes.find(Postcode.read(typed).orElseThrow()).orElseThrow();
    }

    private long count() {
        return database.sql("select count(*) from postcode").query(Long.class).single();
    }

    /** Columns, constraints and indexes, by name and definition. */
    private List<String> shape() {
        return database.sql("""
                        select column_name || ' ' || data_type || ' ' || is_nullable || ' '
                               || coalesce(collation_name, '') || ' ' || coalesce(generation_expression, '')
                        from information_schema.columns where table_name = 'postcode'
                        union all
                        select conname || ' ' || pg_get_constraintdef(oid)
                        from pg_constraint where conrelid = 'postcode'::regclass
                        union all
                        select indexname || ' ' || indexdef from pg_indexes where tablename = 'postcode'
                        order by 1
                        """).query(String.class).list();
    }
}
