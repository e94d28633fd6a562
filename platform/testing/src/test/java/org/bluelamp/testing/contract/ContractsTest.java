package org.bluelamp.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractsTest {

    private final AsyncApi document = AsyncApi.read();

    static SortedSet<String> types() {
        return Contracts.types();
    }

    static Stream<Example> examples() {
        return Contracts.types().stream().flatMap(type -> Contracts.examples(type).stream());
    }

    static Set<String> schemaFiles() {
        return Contracts.schemas("schemas").keySet();
    }

    @Test
    void the_document_is_asyncapi_3_and_names_the_four_services() {
        assertThat(document.document()).containsEntry("asyncapi", "3.0.0");
        assertThat(document.services()).containsExactly("alerts", "directory", "feedback", "news");
        assertThat(document.channels().keySet()).containsExactlyElementsOf(document.services());
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.references()).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#/")) {
                assertThat(document.resolve(reference)).as(reference).isNotNull();
            } else {
                assertThat(Contracts.exists(reference.replace("./", "")))
                        .as(reference)
                        .isTrue();
            }
        });
    }

    @Test
    void a_reference_that_leads_nowhere_is_noticed() {
        assertThat(document.resolve("#/components/messages/nobody.knows.it")).isNull();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_is_announced_by_the_service_it_is_named_after_and_somebody_receives_it(String type) {
        String owner = type.substring(0, type.indexOf('.'));
        assertThat(document.channels().get(owner)).contains(type);
        assertThat(Contracts.publishedBy(owner)).contains(type);
        assertThat(document.services())
                .as("consumers of " + type)
                .anySatisfy(service -> assertThat(Contracts.consumedBy(service).getOrDefault(owner, Set.of()))
                        .contains(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_has_a_schema_and_examples(String type) {
        assertThat(schemaFiles()).contains(Contracts.schemaFile(type));
        if (!type.endsWith(".snapshot.requested")) {
            assertThat(Contracts.examples(type)).extracting(Example::name).contains("minimal");
            assertThat(Contracts.examples(type)).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_schema_belongs_to_an_event() {
        SortedSet<String> expected = new TreeSet<>();
        types().forEach(type -> expected.add(Contracts.schemaFile(type)));
        assertThat(schemaFiles()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void a_schema_is_valid_and_its_identifier_is_the_one_events_carry(String file) {
        JsonNode schema = json(Contracts.schemas("schemas").get(file));
        assertThat(schema.path("$id").stringValue())
                .isEqualTo("urn:bluelamp:schema:" + file.replace(".schema.json", ""));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema.toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_keeps_the_contract(Example example) {
        assertThatCode(() -> Contracts.validate(example.type(), example.json())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void a_released_schema_changes_only_by_words_and_optional_fields(String file) {
        String released = Contracts.schemas("released").get(file);
        if (released != null) {
            assertThat(Compatibility.faults(
                            json(released), json(Contracts.schemas("schemas").get(file))))
                    .isEmpty();
        }
    }

    @Test
    void a_released_schema_is_never_deleted() {
        assertThat(schemaFiles()).containsAll(Contracts.schemas("released").keySet());
    }

    @Test
    void data_that_breaks_the_contract_is_refused_with_every_fault() {
        assertThatThrownBy(() -> Contracts.validate("news.article.withdrawn", """
                {"id": "not a uuid", "slug": "Loud Slug", "title": "", "areas": [],
                 "withdrawnAt": "yesterday"}
                """))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("reason")
                .hasMessageContaining("/id")
                .hasMessageContaining("/slug")
                .hasMessageContaining("/title")
                .hasMessageContaining("/areas")
                .hasMessageContaining("/withdrawnAt");
    }

    @Test
    void a_service_compares_its_bindings_with_the_contract() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.cloud.function.definition", "directoryEvents;alertsEvents")
                .withProperty("spring.cloud.stream.bindings.alertsEvents-in-0.destination", "alerts")
                .withProperty(
                        "spring.cloud.stream.rabbit.bindings.alertsEvents-in-0.consumer.binding-routing-key",
                        "alerts.voices.admitted, alerts.snapshot.requested")
                .withProperty("spring.cloud.stream.bindings.directoryEvents-in-0.destination", "directory")
                .withProperty(
                        "spring.cloud.stream.rabbit.bindings.directoryEvents-in-0.consumer.binding-routing-key",
                        "directory.area.changed, directory.team.changed, directory.snapshot.requested");

        assertThat(Contracts.boundBy(environment)).isEqualTo(Contracts.consumedBy("feedback"));
        assertThat(Contracts.boundBy(environment)).isNotEqualTo(Contracts.consumedBy("alerts"));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
