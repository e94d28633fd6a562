package org.bluelamp.directory.api;

import static org.assertj.core.api.Assertions.assertThat;

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
class DirectoryApiTest {

    private static final String API = "/api/v1/directory";

    @LocalServerPort
    private int port;

    @Test
    void it_tells_all_areas_and_those_of_one_kind_inside_one_area() {
        assertThat(json(API + "/areas").path("areas").size()).isEqualTo(44);
        assertThat(json(API + "/areas?kind=neighbourhood&within=hertfordshire/dacorum")
                        .path("areas")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void it_tells_one_area_its_boundary_and_its_team() {
        JsonNode area = json(API + "/areas/hertfordshire/stevenage/stevenage-north");
        assertThat(area.path("name").asString()).isEqualTo("Stevenage North");
        assertThat(area.path("path").asString()).isEqualTo("/your-area/stevenage/stevenage-north");
        assertThat(area.path("notices").get(0).asString()).contains("demonstration");
        assertThat(json(API + "/boundaries/hertfordshire/stevenage/stevenage-north")
                        .path("type")
                        .asString())
                .isIn("Polygon", "MultiPolygon");
        assertThat(json(API + "/teams/hertfordshire/stevenage/stevenage-north")
                        .path("members")
                        .size())
                .isEqualTo(8);
    }

    @Test
    void it_tells_in_which_neighbourhood_a_point_or_a_postcode_lies() {
        assertThat(json(API + "/locate?lat=51.811&lng=-0.031")
                        .path("neighbourhood")
                        .asString())
                .isEqualTo("hertfordshire/east-herts/ware");
        assertThat(json(API + "/postcodes/sg1%203ae").path("neighbourhood").asString())
                .isEqualTo("hertfordshire/stevenage/stevenage-north");
    }

    @ParameterizedTest
    @CsvSource({
        "/areas?kind=village, 400, kind",
        "/areas?within=HERTS, 400, within",
        "/areas/nowhere, 404, code",
        "/areas/hertfordshire/a/b/c, 400, code",
        "/teams/hertfordshire, 404, code",
        "/locate?lat=91&lng=0, 400, lat",
        "/locate?lat=NaN&lng=0, 400, lat",
        "/locate?lat=51&lng=east, 400, lng",
        "/locate?lat=48.85&lng=2.35, 404, lat",
        "/postcodes/hello, 400, postcode",
        "/postcodes/SW1A1AA, 404, postcode",
    })
    void bad_input_is_answered_with_the_parameter_and_the_reason(String path, int status, String parameter) {
        Answer answer = new Caller(port).with("Accept", "application/json").get(API + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(parameter);
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    @Test
    void it_describes_itself() {
        JsonNode openApi = json(API + "/openapi");
        assertThat(openApi.path("paths").propertyNames())
                .contains("/api/v1/directory/areas", "/api/v1/directory/locate")
                .noneMatch(path -> path.startsWith("/police-uk") || path.startsWith("/staff"));
    }

    @Test
    void it_speaks_the_language_of_the_national_police_data() {
        assertThat(json("/police-uk/api/forces").get(0).path("id").asString()).isEqualTo("hertfordshire");
        JsonNode neighbourhoods = json("/police-uk/api/hertfordshire/neighbourhoods");
        assertThat(neighbourhoods.size()).isEqualTo(33);
        String id = json("/police-uk/api/locate-neighbourhood?q=51.811,-0.031")
                .path("neighbourhood")
                .asString();
        assertThat(id).isEqualTo("east-herts.ware");
        JsonNode ware = json("/police-uk/api/hertfordshire/" + id);
        assertThat(ware.path("centre").path("latitude").isString()).isTrue();
        assertThat(ware.path("contact_details").path("email").asString()).isEqualTo("ware@hertfordshire.example.org");
        JsonNode ring = json("/police-uk/api/hertfordshire/" + id + "/boundary");
        assertThat(ring.size()).isGreaterThan(20);
        assertThat(ring.get(0).path("longitude").isString()).isTrue();
        assertThat(json("/police-uk/api/hertfordshire/" + id + "/people")
                        .get(0)
                        .path("rank")
                        .asString())
                .isEqualTo("Sgt");
        assertThat(new Caller(port)
                        .get("/police-uk/api/locate-neighbourhood?q=48.85,2.35")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode json(String path) {
        Answer answer = new Caller(port).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
