package org.uphold.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write them: {@code 90s}, {@code 10m}, {@code 2h}, {@code 0}. */
final class TimeConverter implements ITypeConverter<Duration> {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})([smh])");

    @Override
    public Duration convert(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        Matcher match = TEXT.matcher(word);
        if (word.equals("0")) {
            return Duration.ZERO;
        }
        if (!match.matches()) {
            throw new TypeConversionException("'" + text + "' is no length of time; write 90s, 10m or 2h");
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
