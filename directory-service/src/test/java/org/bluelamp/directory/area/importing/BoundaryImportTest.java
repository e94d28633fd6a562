package org.bluelamp.directory.area.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.importing.ImportRun;
import org.bluelamp.directory.importing.ImportRun.Outcome;
import org.bluelamp.directory.importing.ImportTest;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A force of its own in the sea: west and east of a border at longitude 11, north of latitude 70. */
@ImportTest
class BoundaryImportTest {

    private static final AreaCode WEST = new AreaCode("seashire/dale/west");
    private static final AreaCode EAST = new AreaCode("seashire/dale/east");

    @TempDir
    private Path folder;

    @Autowired
    private ImportRun imports;

    @Autowired
    private AreaRegister register;

    @Autowired
    private Areas areas;

    @Autowired
    private Postcodes postcodes;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void twoNeighbourhoods() {
        register.put(List.of(
                area("seashire", "Seashire", null, null),
                area("seashire/dale", "Dale", null, null),
                area(WEST.value(), "West & Quay", "W01", square(10, 11)),
                area(EAST.value(), "East", "E 01", square(11, 12))));
        postcodes.put(
                List.of(new LocatedPostcode(new Postcode("ZE99ZZ"), 10.9, 70.5, WEST, null, null, DemoData.SOURCE)));
    }

    @Test
    void a_kml_file_named_by_the_id_moves_a_border_with_its_postcodes_and_tells_everybody() throws IOException {
        Outcome outcome = run(file("W01.kml", kml(placemark("", "", 10, 10.8))));
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("seashire/dale/west:", " becomes ")
                .contains("Boundaries: 0 added, 1 changed, 0 removed, 0 unchanged");
        assertThat(width(WEST)).isEqualTo(0.8);
        assertThat(database.sql("select neighbourhood is null from postcode where code = 'ZE99ZZ'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(database.sql("select count(*) from messaging.outbox where subject = :west and version > 1")
                        .param("west", WEST.value())
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void placemarks_are_known_by_name_whatever_the_case_and_the_sign_for_and() throws IOException {
        assertThat(run(file("all.kml", kml(placemark("west and quay", "", 10, 10.9), placemark("EAST", "", 10.9, 12))))
                        .exit())
                .isZero();
        assertThat(width(WEST)).isEqualTo(0.9);
        assertThat(width(EAST)).isEqualTo(1.1);
    }

    @Test
    void a_property_says_whose_a_boundary_is() throws IOException {
        String data =
                "<ExtendedData><SchemaData><SimpleData name='NPT'>dale/east</SimpleData></SchemaData></ExtendedData>";
        assertThat(run(file("x.kml", kml(placemark("nonsense", data, 11, 12.5))), "--id-property", "NPT")
                        .exit())
                .isZero();
        assertThat(width(EAST)).isEqualTo(1.5);
        Outcome missing = run(file("x.kml", kml(placemark("East", data, 11, 12))), "--id-property", "BEAT");
        assertThat(missing.output()).contains("placemark 1 (East) has no BEAT, only: NPT.");
    }

    @Test
    void geojson_is_known_by_id_code_or_name() throws IOException {
        assertThat(run(file(
                                "all.geojson",
                                geoJson(
                                        feature("{\"id\":\"W01\"}", square(10, 10.7)),
                                        feature("{\"name\":\"East\"}", square(10.7, 12)))))
                        .exit())
                .isZero();
        assertThat(width(WEST)).isEqualTo(0.7);
        assertThat(width(EAST)).isEqualTo(1.3);
        assertThat(run(file("one.json", geoJson(feature("{\"area\":\"e 01\"}", square(11, 12)))), "--id-property=area")
                        .exit())
                .isZero();
        assertThat(width(EAST)).isEqualTo(1);
    }

    @Test
    void holes_and_several_parts_stay() throws IOException {
        String hole = "<innerBoundaryIs><LinearRing><coordinates>10.2,70.2 10.2,70.4 10.4,70.4 10.4,70.2 10.2,70.2"
                + "</coordinates></LinearRing></innerBoundaryIs>";
        String polygon =
                "<Polygon>" + outer(10, 10.5) + hole + "</Polygon><Polygon>" + outer(10.6, 10.9) + "</Polygon>";
        assertThat(run(file("W01.kml", kml("<Placemark><MultiGeometry>" + polygon + "</MultiGeometry></Placemark>")))
                        .exit())
                .isZero();
        Geometry west = areas.boundary(WEST).orElseThrow();
        assertThat(west.getNumGeometries()).isEqualTo(2);
        assertThat(west.getArea()).isEqualTo(0.5 - 0.04 + 0.3, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void a_folder_with_a_file_for_each_is_read_as_one() throws IOException {
        Path all = Files.createDirectory(folder.resolve("seashire"));
        Files.writeString(all.resolve("W01.kml"), kml(placemark("", "", 10, 10.9)));
        Files.writeString(all.resolve("E 01.kml"), kml(placemark("", "", 10.9, 12)));
        Files.writeString(all.resolve("readme.txt"), "no boundary");
        assertThat(run(all).output()).contains("Boundaries: 0 added, 2 changed, 0 removed, 0 unchanged");
    }

    @Test
    void the_same_again_changes_nothing_and_tells_nobody() throws IOException {
        Path file = file("W01.kml", kml(placemark("", "", 10, 10.8)));
        run(file);
        long before = announced();
        assertThat(run(file).output()).contains("Boundaries: 0 added, 0 changed, 0 removed, 1 unchanged");
        assertThat(announced()).isEqualTo(before);
    }

    @Test
    void a_dry_run_shows_the_difference_and_changes_nothing() throws IOException {
        long before = announced();
        Outcome outcome = run(file("W01.kml", kml(placemark("", "", 10, 10.8))), "--dry-run");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output()).contains("seashire/dale/west:", "This was a dry run: nothing was changed.");
        assertThat(width(WEST)).isEqualTo(1);
        assertThat(announced()).isEqualTo(before);
    }

    @Test
    void one_unknown_name_and_none_is_taken() throws IOException {
        assertRefused(
                file("all.kml", kml(placemark("East", "", 11, 12.5), placemark("South", "", 10, 11))),
                "No neighbourhood has the id, code or name of: all.kml, placemark 2 (South)");
        assertThat(width(EAST)).isEqualTo(1);
    }

    @Test
    void two_boundaries_for_one_neighbourhood_are_refused() throws IOException {
        assertRefused(
                file("all.kml", kml(placemark("East", "", 11, 12), placemark("E 01", "", 11, 12))),
                "are both for seashire/dale/east");
    }

    @Test
    void a_name_that_two_neighbourhoods_have_is_refused() throws IOException {
        register.put(List.of(
                area("seashire/hill", "Hill", null, null),
                area("seashire/hill/quay", "West and Quay", null, square(13, 14))));
        assertRefused(
                file("all.kml", kml(placemark("East", "", 11, 12), placemark("WEST &amp; QUAY", "", 10, 11))),
                "and so are seashire/dale/west and seashire/hill/quay");
        register.put(List.of(area("seashire/hill/quay", "Other Quay", null, null)));
    }

    @Test
    void what_is_no_boundary_is_refused_with_its_place() throws IOException {
        assertRefused(
                file(
                        "W01.kml",
                        kml(
                                "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                                        + "10,70 11,71 11,70 10,71 10,70</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>")),
                "crosses itself");
        assertRefused(
                file(
                        "W01.kml",
                        kml(
                                "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                                        + "10,70 10,71 11,71</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>")),
                "is not closed");
        assertRefused(
                file(
                        "W01.kml",
                        kml(
                                "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                                        + "10,north 10,71 11,71 10,north</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>")),
                "no longitude and latitude");
        assertRefused(
                file(
                        "a.geojson",
                        geoJson("{\"type\":\"Feature\",\"properties\":{\"id\":\"W01\"},\"geometry\":"
                                + "{\"type\":\"Point\",\"coordinates\":[10,70]}}")),
                "is neither a Polygon nor a MultiPolygon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE kml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
                "<!DOCTYPE kml SYSTEM 'http://127.0.0.1:1/kml.dtd'>"
            })
    void xml_that_reaches_for_other_files_or_swells_is_refused(String doctype) throws IOException {
        assertRefused(file("W01.kml", doctype + "<kml><Placemark><name>&x;</name></Placemark></kml>"), "has a DOCTYPE");
    }

    @Test
    void what_is_neither_kml_nor_geojson_is_refused() throws IOException {
        assertRefused(file("a.kml", "PK not a kml"), "is neither KML nor GeoJSON");
        assertRefused(file("a.kml", ""), "is neither KML nor GeoJSON");
        assertRefused(file("a.kml", "<kml><Placemark>"), "is no well-formed KML");
        assertRefused(file("a.kml", "<html><body>Not found</body></html>"), "holds no boundaries");
        assertRefused(file("a.json", "{\"type\":"), "is no JSON");
        assertRefused(file("a.json", "{\"type\":\"Polygon\",\"coordinates\":[]}"), "does not say whose it is");
        assertThat(imports.run("boundaries", file("a.kml", kml(placemark("East", "", 11, 12))), "--force", "atlantis")
                        .output())
                .contains("There is no force atlantis here.");
    }

    private void assertRefused(Path file, String reason) {
        long before = announced();
        Outcome outcome = run(file);
        assertThat(outcome.output()).contains(reason).contains("Nothing was changed.");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(announced()).isEqualTo(before);
    }

    private Outcome run(Path file, String... options) {
        List<Object> words = new ArrayList<>(List.of("boundaries", file, "--force", "seashire"));
        words.addAll(List.of(options));
        return imports.run(words.toArray());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private long announced() {
        return database.sql("select count(*) from messaging.outbox where subject like 'seashire%'")
                .query(Long.class)
                .single();
    }

    private double width(AreaCode code) {
        Envelope extent = areas.boundary(code).orElseThrow().getEnvelopeInternal();
        return Math.rint(extent.getWidth() * 1e6) / 1e6;
    }

    private static String kml(String... placemarks) {
        return "<?xml version='1.0' encoding='UTF-8'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document><name>All</name>"
                + String.join("", placemarks) + "</Document></kml>";
    }

    private static String placemark(String name, String data, double west, double east) {
        return "<Placemark>" + (name.isEmpty() ? "" : "<name>" + name + "</name>") + data + "<Polygon>"
                + outer(west, east) + "</Polygon></Placemark>";
    }

    private static String outer(double west, double east) {
        return "<outerBoundaryIs><LinearRing><coordinates>\n " + west + ",70,0 " + west + ",71,0\n " + east + ",71,0 "
                + east + ",70,0 " + west + ",70,0 </coordinates></LinearRing></outerBoundaryIs>";
    }

    private static String geoJson(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, Geometry geometry) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + GeoJson.write(geometry) + "}";
    }

    private static Geometry square(double west, double east) {
        return GeoJson.GEOMETRIES.toGeometry(new Envelope(west, east, 70, 71));
    }

    private static AreaDescription area(
            String code, String name, @Nullable String policeUkId, @Nullable Geometry boundary) {
        return new AreaDescription(
                new AreaCode(code),
                name,
                "Team",
                Contact.NONE,
                List.of(),
                null,
                policeUkId,
                AreaDetails.NONE,
                boundary,
                DemoData.SOURCE);
    }
}
