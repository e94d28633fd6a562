package org.bluelamp.feedback.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ask Mr John O'Brien-Smith about it        | Ask [name] about it
            Mrs. Okonjo saw it                        | [name] saw it
            Call 01632 960001 or +44 (0)7700 900123   | Call [telephone number] or [telephone number]
            Write to rosa.b@resident.example          | Write to [email address]
            He lives at 4 High St, SG1 1AB            | He lives at [address], [postcode]
            Mr John Smith of 12 Canterbury Way        | [name] of [address]
            At 7 Chells Way, flat 3, every night      | At [address], every night
            Flat 12b, 101-103 St Albans Road, is loud | [address], is loud
            From 14a The Old Park Lane they shout     | From [address] they shout
            Speeding in Canterbury Way at night       | Speeding in Canterbury Way at night
            In 2024 Canterbury Way was full of cars   | In 2024 Canterbury Way was full of cars
            At 11.30 Canterbury Way is a race track   | At 11.30 Canterbury Way is a race track
            At 20 mph in High Street 3 cars raced     | At 20 mph in High Street 3 cars raced
            Since 3 Men park there the path is shut   | Since 3 Men park there the path is shut
            The flat roof and 2 flats are damp        | The flat roof and 2 flats are damp
            A red car, AB12 CDE, every night          | A red car, [number plate], every night
            Cars race at 30 mph since 2024            | Cars race at 30 mph since 2024
            On the A602 and in Mrsham Road            | On the A602 and in Mrsham Road
            """)
    void what_may_say_who_somebody_is_is_taken_out_and_nothing_else(String text, String redacted) {
        assertThat(Personal.redacted(text)).isEqualTo(redacted);
    }

    @Test
    @Timeout(5)
    void no_text_makes_the_search_slow() {
        for (String part : new String[] {"1 ", "a", "a.", "A1", "Mr ", "+1(", "@", "Mr A", "1 A ", "Flat 1 "}) {
            long began = System.nanoTime();
            Personal.redacted(part.repeat(4000 / part.length()));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
        }
    }
}
