package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFinderTest {

    /** Few letters, so that words begin alike, stand within each other and repeat. */
    private static final String LETTERS = "aab1";

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "MRI              | MRI of the spine            | 1-5",
                "mri              | Repeat M.R.I.               | -",
                "spine            | spines, spine               | 8-14",
                "inject*          | three injections            | 7-13",
                "physical therap* | Physical-Therapy            | 1-16",
                "a b              | a b a b                     | 1-5, 5-9",
                "50 mg            | Norco 50mg                  | 7-13",
                "o                | o                           | 1-3",
                "x                | ''                          | -",
                "#120             | Norco #120                  | 7-13"
            })
    void a_phrase_is_found_as_whole_words_and_with_a_star_at_the_beginning_of_one(
            String phrase, String text, String places) {
        assertThat(found(List.of(phrase), text)).containsExactlyElementsOf(places(places));
    }

    @Test
    void every_concept_of_a_phrase_and_every_phrase_within_another_is_found() {
        WordFinder.Builder builder = new WordFinder.Builder();
        builder.add("low back", 1);
        builder.add("low back pain", 2);
        builder.add("back", 3);
        builder.add("back", 4);
        builder.add("pa*", 5);
        List<Integer> concepts = new ArrayList<>();
        builder.build().find(NormalizedText.of("Low back pain"), (concept, begin, end) -> concepts.add(concept));
        assertThat(concepts).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void without_phrases_nothing_is_found() {
        assertThat(found(List.of(), "MRI")).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void it_finds_what_looking_for_each_phrase_finds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            List<String> phrases = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                phrases.add(words(random, 3) + (random.nextInt(3) == 0 ? "*" : ""));
            }
            String text = words(random, 12);
            assertThat(found(phrases, text))
                    .as("%s in %s", phrases, text)
                    .containsExactlyInAnyOrderElementsOf(lookedFor(phrases, text));
        }
    }

    private static TreeSet<String> found(List<String> phrases, String text) {
        WordFinder.Builder builder = new WordFinder.Builder();
        for (int i = 0; i < phrases.size(); i++) {
            builder.add(phrases.get(i), i);
        }
        TreeSet<String> found = new TreeSet<>();
        builder.build()
                .find(
                        NormalizedText.of(text),
                        (concept, begin, end) ->
                                found.add((phrases.size() == 1 ? "" : concept + ": ") + begin + "-" + end));
        return found;
    }

    private static TreeSet<String> lookedFor(List<String> phrases, String text) {
        String words = NormalizedText.of(text).toString();
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < phrases.size(); i++) {
            String key = WordFinder.Builder.key(phrases.get(i));
            for (int at = words.indexOf(key); at >= 0; at = words.indexOf(key, at + 1)) {
                found.add((phrases.size() == 1 ? "" : i + ": ") + (at + 1) + "-" + (at + key.length()));
            }
        }
        return found;
    }

    private static TreeSet<String> places(String places) {
        return places == null ? new TreeSet<>() : new TreeSet<>(List.of(places.split(", ")));
    }

    private static String words(SplittableRandom random, int most) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(1, most + 1); i > 0; i--) {
            words.append(words.isEmpty() ? "" : " ");
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return words.toString();
    }
}
