package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The report as a person meets it: opened from its file, in a browser. Screenshots are written to target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    void openTheReport(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException {
        Optional<Path> installed = Chromium.installed();
        assumeTrue(installed.isPresent(), "no Chromium is installed: the report is not opened in a browser");
        Published published = new PackageWriter()
                .write(
                        folder.resolve("reports"),
                        "nightly",
                        "2017-01-01_2018-02-28",
                        EnumSet.allOf(Format.class),
                        InventedWindow.content(900, 14, 24, 16));
        ReportsIndex.rebuild(folder.resolve("reports"));
        Chromium chromium = Chromium.start(installed.get(), Files.createDirectory(folder.resolve("profile")));
        browser = Optional.of(chromium);
        chromium.emulate(1200, "screen", "light");
        chromium.open(published.folder().resolve("report.html"));
    }

    @AfterAll
    void closeTheBrowser() throws Exception {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    private Chromium page() {
        return browser.orElseThrow();
    }

    @Test
    void nothing_is_complained_of_and_nothing_is_fetched() {
        assertThat(page().complaints()).isEmpty();
        assertThat(page().requests()).isEmpty();
    }

    @Test
    void every_chart_is_there_and_has_a_size() {
        assertThat(page().evaluate("Array.from(document.querySelectorAll('[data-chart]')).filter("
                                + "e => e.getBoundingClientRect().height > 100).map(e => e.dataset.chart).join(' ')")
                        .asString(""))
                .isEqualTo("caterpillar funnel months-chart sources concordance heat flow quality");
    }

    @Test
    void tables_are_sorted_by_keyboard() {
        String table = "document.querySelector('#guidelines table')";
        page().evaluate("document.querySelector('#guidelines summary').focus()");
        page().press("Enter", "Enter", 13);
        page().evaluate(table + ".querySelectorAll('thead button')[1].focus()");
        page().press("Enter", "Enter", 13);
        assertThat(page().evaluate(table + ".querySelectorAll('thead th')[1].getAttribute('aria-sort')")
                        .asString(""))
                .isEqualTo("ascending");
        assertThat(page().evaluate("(() => { const n = Array.from(" + table
                                + ".tBodies[0].rows).map(r => +r.cells[1].textContent.replace(/,/g, ''));"
                                + " return n.every((v, i) => i === 0 || n[i - 1] <= v); })()")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void a_filter_leaves_the_rows_that_match() {
        page().evaluate("document.querySelector('#categories details').open = true;"
                + "(() => { const i = document.querySelector('#categories .filter input'); i.value = 'surg';"
                + " i.dispatchEvent(new Event('input')); })()");
        assertThat(page().evaluate(
                                "Array.from(document.querySelectorAll('#categories tbody tr:not([hidden])')).map(r => r.cells[0].textContent).join()")
                        .asString(""))
                .isEqualTo("Surgery");
    }

    @Test
    void axe_finds_nothing_in_light_and_dark() {
        // One open table stands for all: they are made alike, and axe takes minutes over thousands of cells.
        page().evaluate("document.querySelector('#categories details').open = true");
        page().evaluate(axe() + ";true");
        for (String scheme : List.of("light", "dark")) {
            page().emulate(1200, "screen", scheme);
            String found = page().evaluate(
                            "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa',"
                                    + "'best-practice'], resultTypes: ['violations']}).then(r => r.violations.map(v => v.impact + ' '"
                                    + " + v.id + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' '"
                                    + " + n.failureSummary).join(' | ')).join('\\n'))")
                    .asString("");
            assertThat(found).as(scheme).isEmpty();
        }
        page().evaluate("document.querySelector('#categories details').open = false");
        page().emulate(1200, "screen", "light");
    }

    @Test
    void it_fits_a_phone_a_desk_and_paper() throws IOException {
        page().emulate(390, "screen", "light");
        assertThat(page().evaluate("document.documentElement.scrollWidth").asInt(0))
                .isLessThanOrEqualTo(390);
        assertThat(page().evaluate("Array.from(document.querySelectorAll('[data-narrow-chart]')).filter(e => {"
                                + " const r = e.getBoundingClientRect();"
                                + " return r.height > 100 && r.left >= 0 && r.right <= 390;"
                                + " }).map(e => e.dataset.narrowChart).join(' ')")
                        .asString(""))
                .isEqualTo("caterpillar funnel months-chart sources flow");
        page().screenshot(SCREENSHOTS.resolve("report-phone.png"));
        page().emulate(700, "print", "light");
        assertThat(page().evaluate("document.documentElement.scrollWidth").asInt(0))
                .isLessThanOrEqualTo(700);
        page().screenshot(SCREENSHOTS.resolve("report-print.png"));
        page().emulate(1200, "screen", "dark");
        page().screenshot(SCREENSHOTS.resolve("report-dark.png"));
        page().emulate(1200, "screen", "light");
        page().screenshot(SCREENSHOTS.resolve("report-desktop.png"));
        for (String name : List.of("phone", "print", "dark", "desktop")) {
            assertThat(SCREENSHOTS.resolve("report-" + name + ".png")).isNotEmptyFile();
        }
    }

    private static String axe() {
        try (InputStream in = ReportInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(in).as("axe.min.js").isNotNull();
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
