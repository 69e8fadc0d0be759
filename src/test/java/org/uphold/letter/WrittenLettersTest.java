package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invented letters of every era, each with the reading it should give. */
class WrittenLettersTest {

    static final Path FOLDER = Path.of("src/test/resources/letters/written");

    static Stream<String> letters() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".txt"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    static Reading read(String name) throws IOException {
        return new LetterReader(Limits.DEFAULT).read(BytesFile.of(FOLDER.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_field_is_as_expected(String name) throws IOException {
        JsonNode expected =
                JsonMapper.shared().readTree(Files.readString(FOLDER.resolve(name.replace(".txt", ".json"))));
        Reading reading = read(name);
        if (expected.has("not_a_letter")) {
            assertThat(reading).isInstanceOf(Reading.Rejected.class);
            assertThat(((Reading.Rejected) reading).problem().code()).isEqualTo(ProblemCode.NOT_A_LETTER);
            return;
        }
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        Reading.Accepted accepted = (Reading.Accepted) reading;
        assertThat(fields(accepted.determination())).isEqualTo(fields(expected));
        assertThat(accepted.form()).isEqualTo(expected.get("era").asString());
        assertThat(accepted.problems().stream().anyMatch(p -> p.code() == ProblemCode.TRUNCATED))
                .isEqualTo(expected.has("truncated"));
    }

    private static Map<String, @Nullable Object> fields(Determination d) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("case_number", d.caseNumber());
        out.put(
                "decision_date",
                string(
                        d.dates().decision() == null
                                ? null
                                : d.dates().decision().toLocalDate()));
        out.put("date_of_injury", string(d.dates().injury()));
        out.put("ur_decision_date", string(d.dates().urDecision()));
        out.put("application_received_date", string(d.dates().received()));
        out.put("assigned_date", string(d.dates().assigned()));
        out.put("priority", string(d.priority()));
        out.put("case_outcome_as_printed", d.caseOutcomeAsPrinted());
        out.put("specialties", d.reviewer().specialties());
        out.put("licensure", d.reviewer().licensure());
        List<Object> items = new ArrayList<>();
        for (DisputedItem item : d.items()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("number", item.number());
            one.put("service", item.service());
            one.put("disputed_service", item.disputedService());
            one.put("outcome", item.outcome().name());
            one.put("claims_administrator_guideline", item.claimsAdministratorGuideline());
            one.put("reviewer_guideline", item.reviewerGuideline());
            items.add(one);
        }
        out.put("items", items);
        return out;
    }

    private static Map<String, @Nullable Object> fields(JsonNode json) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (String name : List.of(
                "case_number",
                "decision_date",
                "date_of_injury",
                "ur_decision_date",
                "application_received_date",
                "assigned_date",
                "priority",
                "case_outcome_as_printed")) {
            out.put(name, text(json.get(name)));
        }
        out.put("specialties", texts(json.get("reviewer").get("specialties")));
        out.put("licensure", texts(json.get("reviewer").get("licensure")));
        List<Object> items = new ArrayList<>();
        for (JsonNode item : json.get("items")) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("number", item.get("number").asInt());
            for (String name : List.of(
                    "service", "disputed_service", "outcome", "claims_administrator_guideline", "reviewer_guideline")) {
                one.put(name, text(item.get(name)));
            }
            items.add(one);
        }
        out.put("items", items);
        return out;
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }

    private static List<String> texts(JsonNode node) {
        List<String> out = new ArrayList<>();
        node.forEach(n -> out.add(n.asString()));
        return out;
    }
}
