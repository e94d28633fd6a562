package org.bluelamp.benchmarks.deliveries;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bluelamp.benchmarks.stage.Copy;

/** Fills the alerts service's tables with people who have long confirmed, past its own way of one sign-up at a time. */
final class Subscribers {

    /** One in so many also follows the district, so that people have to be told once who match twice. */
    private static final int FOLLOWS_TWO = 5;

    private static final String LONG_AGO = "2026-01-10T12:00:00Z";

    private final Connection alerts;
    private final SealedAddress sealed;

    Subscribers(Connection alerts, SealedAddress sealed) {
        this.alerts = alerts;
        this.sealed = sealed;
    }

    /** Adds so many, spread evenly over all neighbourhoods. */
    void add(int count) throws SQLException, GeneralSecurityException {
        List<String> neighbourhoods = neighbourhoods();
        List<UUID> people = new ArrayList<>(count);
        String mark = bytes(sealed.mark());
        try (Copy subscriber = Copy.into(
                "subscriber (id, address_hash, mailbox_hash, hash_key, address, status, created_at, confirmed_at)",
                alerts)) {
            for (int n = 0; n < count; n++) {
                UUID id = UUID.randomUUID();
                people.add(id);
                String address = "resident-" + n + "@example.org";
                subscriber.row(
                        id,
                        bytes(sealed.hash(address)),
                        bytes(sealed.hash("mailbox " + address)),
                        mark,
                        bytes(sealed.seal(id, address)),
                        "confirmed",
                        LONG_AGO,
                        LONG_AGO);
            }
        }
        List<Following> followings = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String area = neighbourhoods.get(n % neighbourhoods.size());
            followings.add(new Following(UUID.randomUUID(), people.get(n), area));
            if (n % FOLLOWS_TWO == 0) {
                String district = area.substring(0, area.lastIndexOf('/'));
                followings.add(new Following(UUID.randomUUID(), people.get(n), district));
            }
        }
        try (Copy signUp = Copy.into(
                "sign_up (id, subscriber_id, area, wording, source, answer, requested_at, confirmed_at)", alerts)) {
            for (Following one : followings) {
                signUp.row(
                        one.signUp(), one.subscriber(), one.area(), "areas-1", "page", "confirm", LONG_AGO, LONG_AGO);
            }
        }
        try (Copy subscription = Copy.into("subscription (subscriber_id, area, sign_up_id, started_at)", alerts)) {
            for (Following one : followings) {
                subscription.row(one.subscriber(), one.area(), one.signUp(), LONG_AGO);
            }
        }
        try (Statement statement = alerts.createStatement()) {
            // As the database does by itself some time after people came one by one.
            statement.execute("vacuum analyze subscriber, sign_up, subscription");
        }
    }

    private List<String> neighbourhoods() throws SQLException {
        List<String> codes = new ArrayList<>();
        try (Statement statement = alerts.createStatement();
                ResultSet rows =
                        statement.executeQuery("select code from area where kind = 'neighbourhood' order by code")) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        if (codes.isEmpty()) {
            throw new IllegalStateException("The alerts service knows no neighbourhoods yet");
        }
        return codes;
    }

    private static String bytes(byte[] value) {
        // In COPY's text format a backslash stands for itself when there are two.
        return "\\\\x" + HexFormat.of().formatHex(value);
    }

    private record Following(UUID signUp, UUID subscriber, String area) {}
}
