package org.uphold.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.determination.Specialty;

class TaxonomyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_version_is_the_release_and_a_hash_of_the_tables() {
        assertThat(Taxonomy.load().version()).matches("\\d{4}\\.\\d{2}\\+[0-9a-f]{12}");
        assertThat(Taxonomy.load().version()).isEqualTo(Taxonomy.load().version());
    }

    @Test
    void a_users_row_adds_to_ours_and_changes_the_version() throws IOException {
        Taxonomy taxonomy = Taxonomy.load(List.of(table(
                "id,kind,pattern,unless,priority,category,subcategory",
                "mine-1,words,moon therapy,,60,Rehabilitation,Other Therapies")));

        ServiceClass found = taxonomy.classifier().service("Moon therapy", "Moon therapy", null);

        assertThat(found.rule()).isEqualTo("mine-1");
        assertThat(taxonomy.version()).isNotEqualTo(Taxonomy.load().version());
    }

    @Test
    void a_users_row_takes_the_place_of_ours_with_the_same_id() throws IOException {
        Taxonomy taxonomy = Taxonomy.load(
                List.of(table("id,names,class,topical,priority", "drug-tramadol,tramadol,Misc Analgesics,,60")));

        assertThat(taxonomy.classifier().service("Tramadol", "Tramadol", null).subcategory())
                .isEqualTo("Misc Analgesics");
    }

    @Test
    void an_unknown_target_is_refused_with_file_and_line() throws IOException {
        Path table = table(
                "id,kind,pattern,unless,priority,category,subcategory",
                "# a remark,,,,,,",
                "mine-1,words,moon therapy,,60,Rehabilitation,Moon");

        assertThatThrownBy(() -> Taxonomy.load(List.of(table)))
                .isInstanceOf(InvalidTableException.class)
                .hasMessageContaining(table + ":3: ")
                .hasMessageContaining("Rehabilitation > Moon");
    }

    @Test
    void a_table_with_an_unknown_header_is_refused() throws IOException {
        Path table = table("a,b", "1,2");

        assertThatThrownBy(() -> Taxonomy.load(List.of(table))).hasMessageContaining(table + ":1: ");
        assertThatThrownBy(() -> Taxonomy.load(List.of(folder.resolve("absent.csv"))))
                .hasMessageContaining("absent.csv");
    }

    @Test
    void a_specialty_has_one_name() {
        Classifier classifier = Taxonomy.load().classifier();

        assertThat(classifier.specialty("Orthopaedic Surgery"))
                .isEqualTo(new Specialty("Orthopedic Surgery", true, true));
        assertThat(classifier.specialty("Sports Medicinea").name()).isEqualTo("Sports Medicine");
        assertThat(classifier.specialty("Pain Management")).isEqualTo(classifier.specialty("Pain Medicine"));
        assertThat(classifier.specialty("Chiropractor")).isEqualTo(new Specialty("Chiropractic", false, true));
        assertThat(classifier.specialty("Allergy and  Immunology").known()).isTrue();
        assertThat(classifier.specialty("Basket Weaving")).isEqualTo(new Specialty("Basket Weaving", true, false));
    }

    @Test
    void a_state_is_known_by_name_and_code() {
        Classifier classifier = Taxonomy.load().classifier();

        assertThat(classifier.usState("california")).contains("CA");
        assertThat(classifier.usState("NY")).contains("NY");
        assertThat(classifier.usState("Atlantis")).isEmpty();
    }

    private Path table(String... lines) throws IOException {
        return Files.write(folder.resolve("mine.csv"), List.of(lines));
    }
}
