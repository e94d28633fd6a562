package org.bluelamp.news.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How easily a text is read, by Flesch's formula for English (R. Flesch, "A new readability yardstick", 1948):
 * {@code 206.835 - 1.015 words/sentence - 84.6 syllables/word}. Syllables are counted by groups of vowels, so the figure
 * is a hint, not a mark.
 *
 * @param score about 0 (hard) to 100 (easy)
 * @param words how many words there are
 * @param longSentences how many sentences have more than {@value #LONG} words
 */
public record ReadingEase(int score, int words, int longSentences) {

    /** GOV.UK, "Writing for GOV.UK": split sentences of more words. */
    public static final int LONG = 25;

    /** Fewer words say nothing. */
    private static final int FEWEST = 30;

    private static final int WORDS_A_MINUTE = 200;

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?])[\"'\u2019\u201D)]*\\s+(?=[\\p{Lu}\\d\"'\u2018\u201C(])|\\R+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'\u2019-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    /** Of a text without marks, of which each line is a sentence or several. */
    public static ReadingEase of(String plainText) {
        List<Integer> sentences = Arrays.stream(SENTENCE_END.split(plainText))
                .map(sentence -> (int) words(sentence).count())
                .filter(length -> length > 0)
                .toList();
        int words = sentences.stream().mapToInt(Integer::intValue).sum();
        if (words == 0) {
            return new ReadingEase(100, 0, 0);
        }
        int syllables = words(plainText).mapToInt(ReadingEase::syllables).sum();
        double score = 206.835 - 1.015 * words / sentences.size() - 84.6 * syllables / words;
        return new ReadingEase((int) Math.round(Math.clamp(score, 0, 100)), words, (int)
                sentences.stream().filter(length -> length > LONG).count());
    }

    /** Whether there is enough text for the score to say something. */
    public boolean tells() {
        return words >= FEWEST;
    }

    /** What the score means. */
    public String meaning() {
        if (score >= 70) {
            return "easy to read";
        }
        if (score >= 60) {
            return "plain English, which most people read easily";
        }
        if (score >= 50) {
            return "fairly hard to read";
        }
        return score >= 30 ? "hard to read" : "very hard to read";
    }

    /** How long reading takes, in words. */
    public String time() {
        int minutes = Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
        return minutes == 1 ? "about a minute" : "about " + minutes + " minutes";
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group());
    }

    static int syllables(String word) {
        String plain = word.toLowerCase(Locale.UK).replaceAll("[^a-z]", "");
        // A silent e at the end, and of -es and -ed where nothing asks for it to be spoken.
        String spoken = plain.replaceFirst("(?<=[a-z]{2})(?<![aeiouyl])e$|(?<=[aeiouy]l)e$", "")
                .replaceFirst("(?<=[a-z]{2})(?<![td])ed$", "")
                .replaceFirst("(?<=[a-z]{2})(?<![sxzcg]|[sc]h)es$", "");
        return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
    }
}
