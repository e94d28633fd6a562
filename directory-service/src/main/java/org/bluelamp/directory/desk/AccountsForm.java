package org.bluelamp.directory.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.SocialAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which an area's social accounts are changed, as it was sent.
 *
 * @param version of the area that the person had before them
 * @param accounts rows without an address are none
 */
record AccountsForm(
        long version,

        @Valid @Size(max = 12, message = "An area has 12 accounts at most")
        List<Row> accounts) {

    AccountsForm {
        accounts = accounts == null ? List.of() : accounts;
    }

    /** One account. */
    record Row(
            @Pattern(regexp = "[a-z0-9-]{0,30}", message = "Choose a network from the list")
            String network,

            @Size(max = 80, message = "The name must be 80 characters or fewer")
            String name,

            @Size(max = 300, message = "The address must be 300 characters or fewer")
            String url) {

        static final Row NONE = new Row("", "", "");

        Row {
            network = text(network);
            name = text(name);
            url = text(url);
        }

        boolean empty() {
            return name.isEmpty() && url.isEmpty();
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent.strip();
        }
    }

    static AccountsForm of(Area area) {
        return new AccountsForm(
                        area.version(),
                        area.socialAccounts().stream()
                                .map(account -> new Row(account.network(), account.name(), account.url()))
                                .toList())
                .withSpareRow();
    }

    /** With one empty row at the end, for one more. */
    AccountsForm withSpareRow() {
        List<Row> rows = new ArrayList<>(accounts);
        if (rows.isEmpty() || !rows.getLast().empty()) {
            rows.add(Row.NONE);
        }
        return new AccountsForm(version, rows);
    }

    AccountsForm atVersion(long newVersion) {
        return new AccountsForm(newVersion, accounts).withSpareRow();
    }

    void check(Errors errors) {
        for (int i = 0; i < accounts.size(); i++) {
            Row row = accounts.get(i);
            String at = "accounts[" + i + "].";
            if (row.empty()) {
                continue;
            }
            if (row.network().isEmpty()) {
                errors.rejectValue(at + "network", "NotBlank", "Choose the network");
            }
            if (row.name().isEmpty()) {
                errors.rejectValue(at + "name", "NotBlank", "Enter the account’s name as people know it");
            }
            if (!isWebAddress(row.url())) {
                errors.rejectValue(at + "url", "url", "Enter the account’s address, beginning with https://");
            }
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return "https"
                            .equals(
                                    address.getScheme() == null
                                            ? ""
                                            : address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    List<SocialAccount> all() {
        return accounts.stream()
                .filter(row -> !row.empty())
                .map(row -> new SocialAccount(row.network(), row.name(), row.url()))
                .toList();
    }
}
