package org.uphold.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.uphold.report.html.ReportPage;

class ReportHtmlTest {

    private static String page(PackageContent content) {
        return ReportPage.of(content, List.of(new WrittenFile("summary.csv", SmallPackage.HASH, 30)));
    }

    @Test
    void hostile_text_stays_text() {
        String page = page(SmallPackage.content());
        assertThat(page)
                .contains("Drugs, &quot;strong&quot; &amp; &lt;b&gt;bold&lt;/b&gt;")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<b>bold")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_package_of_few_tables_and_hidden_rows_still_makes_a_report() {
        String page = page(SmallPackage.content());
        assertThat(page).contains("86.7\u00A0%").contains("[S]").contains("This package has no table of dispositions.");
    }

    @Test
    void every_chart_has_a_title_and_a_description_and_a_table_behind() {
        String page = page(InventedWindow.content(400, 14, 40, 20));
        List<String> charts = new ArrayList<>();
        Matcher svg = Pattern.compile(
                        "<svg [^>]*data-chart=\"([^\"]+)\"[^>]*>\\s*<title [^>]+>[^<]+</title><desc [^>]+>[^<]+</desc>.*?</svg>",
                        Pattern.DOTALL)
                .matcher(page);
        while (svg.find()) {
            charts.add(svg.group(1));
        }
        assertThat(charts).containsExactly("caterpillar", "funnel", "months-chart", "sources", "flow");
        assertThat(page).contains("data-chart=\"concordance\"").contains("data-chart=\"heat\"");
        assertThat(page.split("<details class=\"behind\"><summary>The figures in a table", -1))
                .hasSize(8);
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        String page = page(InventedWindow.content(100, 3, 20, 10));
        assertThat(page).contains("default-src &#39;none&#39;");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(page).doesNotContain(" style=\"").doesNotContain("onclick");
    }

    @Test
    void the_same_figures_give_the_same_page() {
        assertThat(page(InventedWindow.content(200, 6, 20, 10)))
                .isEqualTo(page(InventedWindow.content(200, 6, 20, 10)));
    }

    @Test
    void twelve_years_of_many_services_and_specialties_stay_below_the_limit() {
        String page = page(InventedWindow.content(20_000, 144, 60, 50));
        assertThat(page.length()).isLessThan(1_500_000);
    }
}
