package org.uphold.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of PostgreSQL text, as far as one must know it to find parameters and the end of a statement: what stands in quotation marks
 * and comments is neither.
 *
 * @param kind what it is
 * @param text as written
 * @param line where it begins, from 1
 */
record SqlToken(Kind kind, String text, int line) {

    enum Kind {
        COMMENT,
        QUOTED,
        PARAMETER,
        WORD,
        SEMICOLON,
        BLANK,
        OTHER
    }

    /** In this order: a cast is no parameter, a dollar quotation ends with its own tag. */
    private static final Pattern PIECE = Pattern.compile("(?s)(?<comment>--[^\n]*+|/\\*.*?(?:\\*/|\\z))"
            + "|(?<quoted>[eE]'[^'\\\\]*+(?:(?:''|\\\\.)[^'\\\\]*+)*+(?:'|\\z)|'[^']*+(?:''[^']*+)*+(?:'|\\z)"
            + "|\"[^\"]*+(?:\"\"[^\"]*+)*+(?:\"|\\z)|\\$(?<tag>[A-Za-z_]*)\\$.*?(?:\\$\\k<tag>\\$|\\z))"
            + "|(?<cast>::)"
            + "|:(?<parameter>[A-Za-z_][A-Za-z_0-9]*+)"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{Nd}_$]*+)"
            + "|(?<semicolon>;)"
            + "|(?<blank>\\s++)"
            + "|.");

    static List<SqlToken> of(String text) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        int line = 1;
        while (matcher.find()) {
            tokens.add(new SqlToken(kind(matcher), matcher.group(), line));
            line += (int) matcher.group().chars().filter(c -> c == '\n').count();
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (matcher.group("quoted") != null) {
            return Kind.QUOTED;
        }
        if (matcher.group("parameter") != null) {
            return Kind.PARAMETER;
        }
        if (matcher.group("word") != null) {
            return Kind.WORD;
        }
        if (matcher.group("semicolon") != null) {
            return Kind.SEMICOLON;
        }
        return matcher.group("blank") != null ? Kind.BLANK : Kind.OTHER;
    }

    /** In small letters, without the colon of a parameter or the quotation marks of a name. */
    String word() {
        return text.replaceAll("^[:\"]|\"$", "").toLowerCase(Locale.ROOT);
    }
}
