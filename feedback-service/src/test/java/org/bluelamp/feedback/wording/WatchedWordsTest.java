package org.bluelamp.feedback.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.bluelamp.feedback.FeedbackTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What speaks of danger by the words that every force begins with, and what speaks of everyday things. */
class WatchedWordsTest extends FeedbackTest {

    @Autowired
    private WatchedWords words;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my husband will kill me",
                "he will kill me",
                "he will kill us",
                "He'll kill her, please come",
                "he will kill me and my children",
                "I am afraid he will murder me",
                "he has a knife and is outside my door",
                "There is a man with a machete in the park",
                "someone is being stabbed",
                "My son has just been stabbed",
                "I will shoot everyone",
                "They are shooting at people from a car",
                "he is beating her right now",
                "My neighbour is beating his wife again",
                "He is strangling her",
                "A girl is being raped behind the station",
                "the house is on fire, people inside",
                "I want to die and have taken an overdose",
                "There's a man lying on the path and he is not breathing",
                "I want to k\u200Bill myself",
                "he will kill\u200Bme",
                "he will k\u00ADill m\u2060e",
                "he wіll kіll me",
                "hе hаs а knіfе",
                "he wιll κιll mε",
                "ＫＩＬＬ ＭＥ",
                "chce mnie zabić",
                "Mąż mnie zabije",
                "on ma nóż",
                "zgwałcił mnie",
                "soțul vrea să mă omoare",
                "are un cuțit",
                "وہ مجھے جان سے مار دے گا"
            })
    void a_call_for_life_speaks_of_danger_in_plain_words_and_however_it_is_spelt(String text) {
        assertThat(words.look(text).threat()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Could there be a shooting club for the football team to train shooting at goal?",
                "The boys are only killing time at the bus stop",
                "The noise of the motorbikes is killing me",
                "We need to talk about knife crime in schools",
                "Please put a knife bin at the station",
                "What became of the murder in the news last year?",
                "They get away with murder on that road",
                "We go to a murder mystery evening at the hall",
                "Speeding cars on this road will kill somebody one day",
                "The fireworks sound like gunshots to my dog",
                "The bins by the shops were set on fire last week",
                "Our team is on fire this season",
                "Bonfires on the allotments every evening",
                "The rain has been beating on the broken roof of the shelter",
                "The police should be beating their targets",
                "A photographer wants to shoot a film in Fairlands Valley Park",
                "The lorries shoot past the school",
                "Weeds kill the lawn and slugs kill the roses",
                "Heavy traffic strangles the high street",
                "We are drowning in litter",
                "Can you hit the pothole with a spade, it beats me why nobody does",
                "The rapeseed field path is blocked",
                "There are too many people inside the hall on Fridays",
                "Nobody stops at that crossing, one day they will kill someone",
                "Trapped wasps in the bus shelter",
                "Lampa na rogu nie działa",
                "Strada este murdară"
            })
    void what_is_everyday_stays_so(String text) {
        assertThat(words.look(text).threat()).isFalse();
    }

    @Test
    void what_a_force_begins_with_is_in_the_shape_that_is_compared_and_leaves_room_for_its_own() {
        var all = words.all().stream().map(WatchedWords.Watched::phrase).toList();
        assertThat(all)
                .allSatisfy(phrase -> assertThat(WatchedWords.plain(phrase)).isEqualTo(phrase));
        assertThat(new HashSet<>(all)).hasSameSizeAs(all).hasSizeLessThan(WatchedWords.MOST - 100);
    }
}
