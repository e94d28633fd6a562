package org.bluelamp.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CompatibilityTest {

    private static final String RELEASED = """
            {"title": "A lamp", "type": "object", "required": ["code"],
             "properties": {
               "code": {"type": "string", "maxLength": 10},
               "colour": {"enum": ["blue", "white"]},
               "bulbs": {"type": "array", "items": {"type": "object", "properties": {"watts": {"type": "integer"}}}}}}
            """;

    @Test
    void words_may_change() {
        assertThat(faultsAfter("A lamp", "A street lamp")).isEmpty();
    }

    @Test
    void an_optional_field_may_be_added() {
        assertThat(faultsAfter("\"properties\": {\n", "\"properties\": {\"height\": {\"type\": \"number\"},\n"))
                .isEmpty();
    }

    @Test
    void a_field_may_not_be_removed() {
        assertThat(faultsAfter("\"colour\": {\"enum\": [\"blue\", \"white\"]},", ""))
                .containsExactly("/colour was removed");
    }

    @Test
    void a_field_may_not_change_its_type_however_deep_it_lies() {
        assertThat(faultsAfter("\"integer\"", "\"string\""))
                .containsExactly("/bulbs[]/watts: type was \"integer\" and is \"string\"");
    }

    @Test
    void a_field_may_become_neither_required_nor_optional() {
        assertThat(faultsAfter("\"required\": [\"code\"]", "\"required\": [\"code\", \"colour\"]"))
                .hasSize(1);
        assertThat(faultsAfter("\"required\": [\"code\"],", "")).hasSize(1);
    }

    @Test
    void the_values_of_a_closed_list_stay() {
        assertThat(faultsAfter("\"blue\", \"white\"", "\"blue\"")).hasSize(1);
        assertThat(faultsAfter("\"blue\", \"white\"", "\"blue\", \"white\", \"red\""))
                .hasSize(1);
        assertThat(faultsAfter("\"blue\", \"white\"", "\"white\", \"blue\"")).isEmpty();
    }

    @Test
    void a_limit_stays() {
        assertThat(faultsAfter("10", "20")).containsExactly("/code: maxLength was 10 and is 20");
    }

    private static List<String> faultsAfter(String words, String otherWords) {
        assertThat(RELEASED).contains(words);
        return Compatibility.faults(
                JsonMapper.shared().readTree(RELEASED),
                JsonMapper.shared().readTree(RELEASED.replace(words, otherWords)));
    }
}
