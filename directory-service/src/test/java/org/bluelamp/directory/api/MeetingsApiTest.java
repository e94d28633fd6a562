package org.bluelamp.directory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class MeetingsApiTest {

    private static final String API = "/api/v1/directory/meetings";

    @LocalServerPort
    private int port;

    @Test
    void it_tells_the_dates_of_a_neighbourhood_in_order() {
        JsonNode list = json(API + "?within=hertfordshire/stevenage/stevenage-north");
        assertThat(list.path("total").asInt()).isGreaterThan(6);
        Instant before = Instant.EPOCH;
        for (JsonNode one : list.path("meetings")) {
            Instant start = Instant.parse(one.path("startsAt").asString());
            assertThat(start).isAfterOrEqualTo(before);
            before = start;
            assertThat(one.path("area").asString()).isEqualTo("hertfordshire/stevenage/stevenage-north");
            assertThat(one.path("calendar").asString())
                    .isEqualTo(one.path("path").asString() + ".ics");
        }
        assertThat(list.path("notices").get(0).asString()).contains("demonstration");
    }

    @Test
    void its_parts_hold_everything_once() {
        LocalDate to = LocalDate.parse(json(API).path("to").asString());
        String query = API + "?within=hertfordshire/watford&size=5&to=" + to + "&page=";
        JsonNode first = json(query + 1);
        Set<String> seen = new HashSet<>();
        for (int page = 1; page <= first.path("pages").asInt(); page++) {
            for (JsonNode one : json(query + page).path("meetings")) {
                assertThat(seen.add(one.path("id").asString() + one.path("date").asString()))
                        .isTrue();
            }
        }
        assertThat(seen).hasSize(first.path("total").asInt()).hasSizeGreaterThan(5);
        assertThat(json(query + 1000).path("meetings").size()).isZero();
    }

    @Test
    void it_looks_back_as_well() {
        LocalDate today = LocalDate.now();
        JsonNode list = json(API + "?from=" + today.minusDays(40) + "&to=" + today.minusDays(2));
        assertThat(list.path("total").asInt()).isPositive();
        assertThat(Instant.parse(list.path("meetings").get(0).path("startsAt").asString()))
                .isBefore(Instant.now());
    }

    @ParameterizedTest
    @CsvSource({
        "?within=Hertfordshire, 400, within",
        "?within=hertfordshire/atlantis, 404, within",
        "?from=4 May, 400, from",
        "?from=0027-05-04, 400, from",
        "?to=2027-02-30, 400, to",
        "?from=2027-05-04&to=2027-05-03, 400, to",
        "?from=2027-05-04&to=2028-05-06, 400, to",
        "?page=0, 400, page",
        "?size=201, 400, size",
    })
    void what_it_cannot_use_is_a_problem_that_names_the_parameter(String query, int status, String parameter) {
        Answer answer = new Caller(port).get(API + query.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(status);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(parameter);
        assertThat(problem.path("detail").asString()).isNotEmpty();
    }

    @Test
    void it_is_described() {
        assertThat(new Caller(port).get("/api/v1/directory/openapi").body()).contains("/api/v1/directory/meetings");
    }

    private JsonNode json(String path) {
        Answer answer = new Caller(port).get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
