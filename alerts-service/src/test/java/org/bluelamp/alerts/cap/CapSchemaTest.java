package org.bluelamp.alerts.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the schema of the tests lets through what CAP 1.2 allows, and nothing that it forbids. */
class CapSchemaTest {

    private static final String FULL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>HERTS-1.2</identifier>
              <sender>alerts@bluelamp.example</sender>
              <sent>2026-11-27T09:00:00-00:00</sent>
              <status>Actual</status>
              <msgType>Update</msgType>
              <source>the control room</source>
              <scope>Restricted</scope>
              <restriction>for the force</restriction>
              <addresses>one two</addresses>
              <code>a</code>
              <code>b</code>
              <note>a note</note>
              <references>alerts@bluelamp.example,HERTS-1.1,2026-11-27T08:00:00+00:00</references>
              <incidents>flood</incidents>
              <info>
                <language>cy-GB</language>
                <category>Met</category>
                <category>Safety</category>
                <event>Flood</event>
                <responseType>Prepare</responseType>
                <responseType>None</responseType>
                <urgency>Expected</urgency>
                <severity>Severe</severity>
                <certainty>Likely</certainty>
                <audience>everybody</audience>
                <eventCode><valueName>own</valueName><value>7</value></eventCode>
                <effective>2026-11-27T09:00:00+00:00</effective>
                <onset>2026-11-27T10:00:00+00:00</onset>
                <expires>2026-11-27T18:00:00+00:00</expires>
                <senderName>Stevenage North</senderName>
                <headline>Y môr yn codi</headline>
                <description>Text</description>
                <instruction>Leave</instruction>
                <web>https://bluelamp.example/alerts/HERTS-1</web>
                <contact>101</contact>
                <parameter><valueName>depth</valueName><value>2 m</value></parameter>
                <resource>
                  <resourceDesc>A map</resourceDesc>
                  <mimeType>image/png</mimeType>
                  <size>1200</size>
                  <uri>https://bluelamp.example/map.png</uri>
                  <derefUri>aGk=</derefUri>
                  <digest>c22b5f9178342609428d6f51b2c5af4c0bde6a42</digest>
                </resource>
                <area>
                  <areaDesc>By the river</areaDesc>
                  <polygon>51.9,-0.2 51.9,-0.1 51.8,-0.1 51.9,-0.2</polygon>
                  <circle>51.9,-0.2 0.25</circle>
                  <geocode><valueName>bluelamp</valueName><value>hertfordshire</value></geocode>
                  <altitude>12.5</altitude>
                  <ceiling>300</ceiling>
                </area>
              </info>
              <info>
                <category>Other</category>
                <event>Flood</event>
                <urgency>Unknown</urgency>
                <severity>Unknown</severity>
                <certainty>Unknown</certainty>
              </info>
              <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>
            </alert>
            """;

    private static final String SMALL = """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>1</identifier>
              <sender>us</sender>
              <sent>2026-07-01T00:00:00+01:00</sent>
              <status>Test</status>
              <msgType>Ack</msgType>
              <scope>Private</scope>
            </alert>
            """;

    @Test
    void a_document_with_everything_and_one_with_nothing_that_can_be_left_out_are_valid() {
        assertThat(CapSchema.faults(FULL)).isEmpty();
        assertThat(CapSchema.faults(SMALL)).isEmpty();
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                change("another namespace", "cap:1.2", "cap:1.1"),
                change("an attribute", "<status>", "<status lang=\"en\">"),
                change("no identifier", "<identifier>HERTS-1.2</identifier>", ""),
                change("two senders", "<sender>", "<sender>a</sender><sender>"),
                change("no sent", "<sent>2026-11-27T09:00:00-00:00</sent>", ""),
                change("a time in Z", "09:00:00-00:00", "09:00:00Z"),
                change("a time in parts of a second", "09:00:00-00:00", "09:00:00.5-00:00"),
                change("a time without an offset", "09:00:00-00:00", "09:00:00"),
                change("a comma for a sign", "09:00:00-00:00", "09:00:00,00:00"),
                change("a day that is none", "2026-11-27T18", "2026-02-30T18"),
                change("a status of its own", "Actual", "Real"),
                change("a status in small letters", "Actual", "actual"),
                change("a kind of its own", "<msgType>Update", "<msgType>Change"),
                change("a scope of its own", "Restricted", "Force"),
                change("the source after the scope", "<restriction>", "<source>x</source><restriction>"),
                change("a note before the code", "<code>a</code>", "<note>n</note><code>a</code>"),
                change("two notes", "<note>", "<note>n</note><note>"),
                change("no category", "<category>Other</category>", ""),
                change("a category of its own", "<category>Met", "<category>Weather"),
                change("two events", "<event>", "<event>e</event><event>"),
                change("a language that is none", "cy-GB", "Welsh language"),
                change("a response of its own", "Prepare", "Run"),
                change(
                        "the certainty before the severity",
                        "<urgency>Unknown",
                        "<certainty>Likely</certainty><urgency>Unknown"),
                change("an urgency of its own", "Expected", "Soon"),
                change("a severity of its own", "Severe<", "Grave<"),
                change("a certainty of its own", "Likely", "Probable"),
                change("no certainty", "<certainty>Unknown</certainty>", ""),
                change("a code of an event without a value", "<value>7</value>", ""),
                change(
                        "the value before its name",
                        "<valueName>own</valueName><value>7</value>",
                        "<value>7</value>" + "<valueName>own</valueName>"),
                change(
                        "the end before the beginning",
                        "<effective>",
                        "<expires>2026-11-27T18:00:00+00:00</expires>" + "<effective>"),
                change("two headlines", "<headline>", "<headline>h</headline><headline>"),
                change("a file without its type", "<mimeType>image/png</mimeType>", ""),
                change("a size in words", "1200", "large"),
                change("an area without words", "<areaDesc>By the river</areaDesc>", ""),
                change("a circle before the polygon", "<polygon>", "<circle>51.9,-0.2 1</circle><polygon>"),
                change("a height in words", "12.5", "low"),
                change("an element of its own", "<incidents>", "<mood>calm</mood><incidents>"),
                change("words between elements", "<incidents>", "and <incidents>"),
                change(
                        "a signature first",
                        "<identifier>",
                        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>" + "<identifier>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void a_document_is_not_valid_with(String what, String document) {
        assertThat(document).as("it was changed").isNotEqualTo(FULL);
        assertThat(CapSchema.faults(document)).as(what).isNotEmpty();
    }

    private static Arguments change(String what, String from, String to) {
        return Arguments.of(what, FULL.replace(from, to));
    }
}
