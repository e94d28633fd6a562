package org.bluelamp.directory.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory in parts, as tables and as maps, and asked for again. */
@DirectoryTest
class DownloadsApiTest {

    private static final String API = "/api/v1/directory";
    private static final String NORTH = "hertfordshire/stevenage/stevenage-north";

    @LocalServerPort
    private int port;

    @Autowired
    private Areas areas;

    @Test
    void areas_come_as_a_table() {
        List<NamedCsvRecord> rows = table("/areas.csv?kind=neighbourhood&within=hertfordshire/stevenage");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().getField("code")).isEqualTo(NORTH);
        assertThat(rows.getFirst().getField("notice")).contains("demonstration");
    }

    @Test
    void teams_come_as_a_table_with_a_row_for_each_person() {
        Map<String, Long> byArea = table("/teams.csv?within=hertfordshire/stevenage").stream()
                .collect(Collectors.groupingBy(row -> row.getField("area"), Collectors.counting()));
        assertThat(byArea).hasSize(2);
        assertThat(byArea.get(NORTH)).isGreaterThan(2);
        assertThat(table("/teams.csv?within=hertfordshire/stevenage"))
                .filteredOn(row -> row.getField("lead").equals("true"))
                .allMatch(row -> !row.getField("name").isBlank());
    }

    @Test
    void meetings_come_as_a_table_with_a_row_for_each_date() {
        int told = json("/meetings?within=" + NORTH).path("total").asInt();
        assertThat(table("/meetings.csv?within=" + NORTH)).hasSize(told);
    }

    @Test
    void a_table_is_a_file_to_keep() {
        Answer answer = get("/areas.csv");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"areas.csv\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/areas",
                "/areas/" + NORTH,
                "/boundaries/" + NORTH,
                "/boundaries",
                "/teams",
                "/teams/" + NORTH,
                "/areas.csv",
                "/teams.csv"
            })
    void what_did_not_change_is_not_sent_again(String path) {
        // What another test changed just now says no time yet.
        await().until(() ->
                get(path).response().headers().firstValue("Last-Modified").isPresent());
        Answer first = get(path);
        assertThat(again(path, "If-None-Match", first.header("ETag"))).isEqualTo(304);
        assertThat(again(path, "If-Modified-Since", first.header("Last-Modified")))
                .isEqualTo(304);
        assertThat(again(path, "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT"))
                .isEqualTo(200);
        assertThat(new Caller(port)
                        .with("If-None-Match", "\"other\"")
                        .with("If-Modified-Since", first.header("Last-Modified"))
                        .get(API + path)
                        .status())
                .as("an ETag says more than a time (RFC 9110, section 13.1.3)")
                .isEqualTo(200);
    }

    @Test
    void parts_of_a_list_hold_everything_once() {
        List<String> all = codes(json("/areas?size=1000"), "areas", "code");
        JsonNode first = json("/areas?size=7");
        assertThat(first.path("total").asInt()).isEqualTo(all.size());
        List<String> inParts = new java.util.ArrayList<>();
        for (int page = 1; page <= first.path("pages").asInt(); page++) {
            inParts.addAll(codes(json("/areas?size=7&page=" + page), "areas", "code"));
        }
        assertThat(inParts).isEqualTo(all);
        assertThat(codes(json("/teams?size=5&page=2"), "teams", "area"))
                .isEqualTo(codes(json("/teams"), "teams", "area").subList(5, 10));
    }

    @Test
    void a_forces_boundaries_come_as_one_map_simplified_or_full() {
        JsonNode drawn = json("/boundaries");
        JsonNode full = json("/boundaries?detail=full");
        assertThat(drawn.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(drawn.path("features").size())
                .isEqualTo(33)
                .isEqualTo(full.path("features").size());
        assertThat(full.toString().length())
                .isGreaterThanOrEqualTo(drawn.toString().length());
        JsonNode one = feature(full);
        assertThat(one.path("type").asString()).isEqualTo("Feature");
        assertThat(one.path("properties").path("name").asString())
                .isEqualTo(areas.find(new AreaCode(NORTH)).orElseThrow().name());
        assertThat(one.path("geometry")).isEqualTo(json("/boundaries/" + NORTH));
        assertThat(get("/boundaries").header("Content-Type")).startsWith("application/geo+json");
        assertThat(json("/boundaries?kind=district").path("features").size()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "/areas?page=0, 400, page",
        "/areas?size=1001, 400, size",
        "/teams?within=HERTS, 400, within",
        "/boundaries?within=atlantis, 404, within",
        "/boundaries?kind=village, 400, kind",
        "/boundaries?detail=some, 400, detail",
        "/areas.csv?kind=village, 400, kind",
        "/teams.csv?within=HERTS, 400, within",
        "/meetings.csv?from=soon, 400, from",
        "/meetings.csv?within=hertfordshire/atlantis, 404, within",
    })
    void what_it_cannot_use_is_a_problem_that_names_the_parameter(String path, int status, String parameter) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo(parameter);
    }

    @Test
    void every_operation_is_described_with_what_it_answers() {
        JsonNode paths = json("/openapi").path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        API + "/areas",
                        API + "/teams",
                        API + "/boundaries",
                        API + "/areas.csv",
                        API + "/teams.csv",
                        API + "/meetings.csv",
                        API + "/meetings",
                        API + "/locate");
        for (String path : paths.propertyNames()) {
            JsonNode operation = paths.path(path).path("get");
            assertThat(operation.path("summary").asString()).as(path).isNotBlank();
            assertThat(operation.path("responses").propertyNames()).as(path).contains("200", "400");
            for (JsonNode parameter : operation.path("parameters")) {
                assertThat(parameter.path("in").asString()).isIn("query", "path");
            }
        }
    }

    private List<NamedCsvRecord> table(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return CsvReader.builder().ofNamedCsvRecord(answer.body()).stream().toList();
    }

    private static JsonNode feature(JsonNode collection) {
        return collection
                .path("features")
                .valueStream()
                .collect(Collectors.toMap(one -> one.path("id").asString(), Function.identity()))
                .get(NORTH);
    }

    private static List<String> codes(JsonNode list, String name, String key) {
        return list.path(name)
                .valueStream()
                .map(one -> one.path(key).asString())
                .toList();
    }

    private int again(String path, String header, String value) {
        return new Caller(port).with(header, value).get(API + path).status();
    }

    private JsonNode json(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private Answer get(String path) {
        return new Caller(port).get(API + path);
    }
}
