package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {

    private static final Path SITE = Path.of("src/site/markdown");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern NAMED = Pattern.compile("(?<![\\w/.<>-])((?:src|jobs|sql)/[\\w./-]*\\w)");
    private static final Pattern COMMAND = Pattern.compile("\\./uphold ([a-z]+)");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            return Stream.concat(Stream.of(Path.of("README.md")), files.sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_relative_link_leads_to_a_file(Path page) throws IOException {
        assertThat(found(LINK, page).filter(link -> !link.contains("://")))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_file_of_ours_that_is_named_exists(Path page) throws IOException {
        // In links a path starts at the page; those are looked at above.
        String text = LINK.matcher(Files.readString(page)).replaceAll("]");
        assertThat(NAMED.matcher(text).results().map(m -> m.group(1)))
                .allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_that_is_named_is_one(Path page) throws IOException {
        assertThat(commands()).containsAll(found(COMMAND, page).toList());
    }

    @Test
    void the_index_names_every_page() throws IOException {
        List<String> pages;
        try (Stream<Path> files = Files.list(SITE)) {
            pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.md"))
                    .toList();
        }
        assertThat(found(LINK, SITE.resolve("index.md"))).containsAll(pages);
    }

    private static Stream<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().map((MatchResult m) -> m.group(1));
    }

    private static Set<String> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.Environment environment = new Main.Environment(
                Map.of(), Path.of("").toAbsolutePath(), Clock.systemUTC(), nowhere, nowhere, false);
        return new TreeSet<>(Uphold.commandLine(environment).getSubcommands().keySet());
    }
}
