package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm in {@code keycloak/} and what services read out of its tokens belong together. */
class RealmTest {

    private final JsonNode realm = JsonMapper.shared().readTree(Path.of("../../keycloak/realm-bluelamp.json"));

    @Test
    void every_role_that_services_know_exists_in_the_realm() {
        assertThat(realm.at("/roles/realm")
                        .valueStream()
                        .map(role -> role.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void every_group_is_an_area_with_ten_districts_and_thirty_three_neighbourhoods() {
        List<AreaCode> areas = areas();

        assertThat(areas.stream().filter(area -> depth(area) == 2)).hasSize(10);
        assertThat(areas.stream().filter(area -> depth(area) == 3)).hasSize(33);
    }

    @Test
    void every_demo_user_has_roles_and_groups_that_exist() {
        List<String> groups = areas().stream().map(area -> "/" + area).toList();
        List<String> roles = realm.at("/roles/realm")
                .valueStream()
                .map(role -> role.get("name").asString())
                .toList();

        assertThat(realm.get("users").valueStream()).hasSize(7).allSatisfy(user -> {
            assertThat(user.get("groups").valueStream().map(JsonNode::asString))
                    .isNotEmpty()
                    .isSubsetOf(groups);
            assertThat(user.get("realmRoles").valueStream().map(JsonNode::asString))
                    .isNotEmpty()
                    .isSubsetOf(roles);
        });
    }

    @Test
    void no_client_takes_passwords_past_the_sign_in_page() {
        assertThat(realm.get("clients")
                        .valueStream()
                        .map(client -> client.get("clientId").asString()))
                .containsExactlyInAnyOrder("gateway", "admin-cli");
        assertThat(realm.get("clients").valueStream())
                .allSatisfy(client -> assertThat(
                                client.get("directAccessGrantsEnabled").asBoolean())
                        .isFalse());
    }

    @Test
    void everybody_can_look_after_their_own_account() {
        assertThat(realm.get("users").valueStream())
                .allSatisfy(user -> assertThat(
                                user.at("/clientRoles/account").valueStream().map(JsonNode::asString))
                        .contains("manage-account", "view-profile"));
    }

    @Test
    void nobody_writes_their_own_name_under_which_their_deeds_are_kept() {
        JsonNode profile = JsonMapper.shared()
                .readTree(realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .get("kc.user.profile.config")
                        .get(0)
                        .asString());

        assertThat(profile.get("attributes").valueStream())
                .hasSize(4)
                .allSatisfy(attribute -> assertThat(
                                attribute.at("/permissions/edit").valueStream().map(JsonNode::asString))
                        .containsExactly("admin"));
        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
        assertThat(realm.get("enabledEventTypes").valueStream().map(JsonNode::asString))
                .contains("UPDATE_PROFILE", "UPDATE_EMAIL");
    }

    @Test
    void the_gateways_secret_is_not_written_down() {
        assertThat(realm.get("clients")
                        .valueStream()
                        .filter(client -> client.get("clientId").asString().equals("gateway")))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.get("secret").asString()).isEqualTo("${KEYCLOAK_CLIENT_SECRET}");
                    assertThat(client.at("/attributes/pkce.code.challenge.method")
                                    .asString())
                            .isEqualTo("S256");
                });
    }

    private List<AreaCode> areas() {
        List<AreaCode> areas = new ArrayList<>();
        collect(realm.get("groups"), "", areas);
        return areas;
    }

    private static void collect(JsonNode groups, String parent, List<AreaCode> areas) {
        for (JsonNode group : groups) {
            String code = parent + group.get("name").asString();
            areas.add(new AreaCode(code));
            if (group.has("subGroups")) {
                collect(group.get("subGroups"), code + "/", areas);
            }
        }
    }

    private static int depth(AreaCode area) {
        return area.value().split("/").length;
    }
}
