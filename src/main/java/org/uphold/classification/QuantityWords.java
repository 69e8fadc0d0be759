package org.uphold.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words that quantities are written with. Every word of every service is looked up here and nearly all are none of them, so a
 * word has a place by its first two letters and its length, and is only compared with those few that have the same.
 */
final class QuantityWords {

    /** Any other word. */
    static final Word OTHER = new Word("", null, null, null, 0);

    private static final int PLACES = 1 << 10;

    private final Word[][] places;

    /**
     * What a word says.
     *
     * @param text the word
     * @param number it stands for, in digits, or null
     * @param unit in which something is counted, in one spelling, or null
     * @param rhythm by which something comes again, or null
     * @param roles what else it may be in a quantity, as the bits of the one who built the words
     */
    record Word(
            String text,
            @Nullable String number,
            @Nullable String unit,
            @Nullable String rhythm,
            int roles) {

        boolean has(int role) {
            return (roles & role) != 0;
        }
    }

    private QuantityWords(Word[][] places) {
        this.places = places;
    }

    /** The word that stands between two places of a text. */
    Word find(NormalizedText text, int from, int to) {
        for (Word word : places[place(text.letterAt(from), text.letterAt(from + 1), to - from)]) {
            if (text.is(from, to, word.text)) {
                return word;
            }
        }
        return OTHER;
    }

    /** Behind a word of one letter stands a blank. */
    private static int place(int first, int second, int length) {
        return ((first << 5) + second + (length << 3)) & (PLACES - 1);
    }

    /** Collects what words say. */
    static final class Builder {

        private final Map<String, Word> words = new LinkedHashMap<>();

        Builder numbers(String number, String... spellings) {
            return all(spellings, w -> new Word(w.text, number, w.unit, w.rhythm, w.roles));
        }

        Builder units(String unit, String... spellings) {
            return all(spellings, w -> new Word(w.text, w.number, unit, w.rhythm, w.roles));
        }

        Builder rhythms(String rhythm, String... spellings) {
            return all(spellings, w -> new Word(w.text, w.number, w.unit, rhythm, w.roles));
        }

        Builder roles(int role, String... spellings) {
            return all(spellings, w -> new Word(w.text, w.number, w.unit, w.rhythm, w.roles | role));
        }

        private Builder all(String[] spellings, UnaryOperator<Word> saying) {
            for (String spelling : spellings) {
                words.put(
                        spelling, saying.apply(words.getOrDefault(spelling, new Word(spelling, null, null, null, 0))));
            }
            return this;
        }

        QuantityWords build() {
            List<List<Word>> lists = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                lists.add(new ArrayList<>(0));
            }
            for (Word word : words.values()) {
                String text = word.text + " ";
                lists.get(place(text.charAt(0), text.charAt(1), word.text.length()))
                        .add(word);
            }
            return new QuantityWords(
                    lists.stream().map(list -> list.toArray(Word[]::new)).toArray(Word[][]::new));
        }
    }
}
