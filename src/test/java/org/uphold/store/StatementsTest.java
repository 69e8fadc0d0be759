package org.uphold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.store.Letters.item;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.uphold.TestDatabase;
import org.uphold.determination.Basis;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.CaseDates;
import org.uphold.determination.CaseStatements;
import org.uphold.determination.DateRange;
import org.uphold.determination.Determination;
import org.uphold.determination.Edition;
import org.uphold.determination.Outcome;
import org.uphold.determination.PartialDate;
import org.uphold.determination.Reviewer;
import org.uphold.determination.Statement;
import org.uphold.source.Place;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;
import org.uphold.store.LoadedFile.State;

/** That loads decide for many cases at once what the rule says of each, over random histories of files. */
class StatementsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final int HISTORIES = Integer.getInteger("statements.histories", 60);
    private static final int NIGHTS = 7;
    private static final long SEED = Long.getLong("statements.seed", 22);
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> SERVICES = List.of("MRI of the lumbar spine", "Physical therapy 12 sessions");
    private static final List<Outcome> OUTCOMES = List.of(Outcome.UPHELD, Outcome.OVERTURNED);

    private final Store store = Store.migrated(DATABASE.dataSource());
    private final DSLContext dsl = store.dsl();
    private final Determinations determinations = new Determinations(store);
    private final long run =
            new Runs(store).start("test", DateRange.ALL, Basis.DECISION, new RunVersions("1", "1", "1"), "{}");

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** What a file says of one case: a day of January 2017 or none, and one of a few contents. */
    private record Says(@Nullable Integer day, int content) {}

    /** A file as it is now: a table, which says one thing of a case, or letters, which may say several. */
    private record File(
            String path,
            Instant time,
            Edition edition,
            boolean numbered,
            boolean letters,
            Map<String, List<Says>> says) {

        File at(String to, Instant when, Map<String, List<Says>> saying) {
            return new File(to, when, edition, numbered, letters, saying);
        }

        String sha256() {
            return Sha256.of((numbered + " " + letters + " " + new TreeMap<>(says)).getBytes(StandardCharsets.UTF_8));
        }

        /** Without case numbers each row is a case of the file's bytes. */
        String key(String name) {
            return numbered ? name : "row:" + sha256().substring(0, 16) + ":" + name;
        }
    }

    /** One history of a source system: its files, what the rule makes of them, and what the store does. */
    private final class History {

        private final String system;
        private final Random random;
        private final Map<String, File> files = new LinkedHashMap<>();
        private final Map<String, List<File>> editions = new HashMap<>();
        private final Map<String, CaseStatements<String>> cases = new TreeMap<>();
        private final Map<String, Set<String>> stored = new HashMap<>();
        private final Set<String> out = new TreeSet<>();
        /** Where files come from that are renamed. */
        private final Map<String, String> froms = new HashMap<>();

        private boolean onlyOldEditionsSay;
        private int clock;

        History(String system, Random random) {
            this.system = system;
            this.random = random;
        }

        private CaseStatements<String> of(String key) {
            return cases.computeIfAbsent(key, k -> new CaseStatements<>());
        }

        /** What comes in a night, a bundle for each load. */
        List<Bundle> night(Map<String, Long> paths) {
            List<File> changed = new ArrayList<>();
            List<LoadedFile> loads = new ArrayList<>();
            Set<String> touched = new HashSet<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                File before = pick();
                if (before == null || random.nextInt(3) == 0) {
                    boolean letters = random.nextInt(4) == 0;
                    before = new File(
                            "/in/" + random.nextInt(6) + ".csv",
                            T0,
                            random.nextInt(3) == 0 ? Edition.WHOLE : Edition.PART,
                            letters || random.nextInt(5) > 0,
                            letters,
                            Map.of());
                    if (files.containsKey(before.path())) {
                        continue;
                    }
                }
                if (!touched.add(before.path())) {
                    continue;
                }
                int what = files.containsKey(before.path()) ? random.nextInt(8) : 7;
                if (what == 0) {
                    String to = "/in/moved" + random.nextInt(3) + ".csv";
                    if (!files.containsKey(to) && touched.add(to)) {
                        Long id = paths.get(system + " " + before.path());
                        froms.put(to, before.path());
                        File after = before.at(to, before.time(), before.says());
                        changed.add(after);
                        loads.add(loaded(after).as(State.SAME, id));
                    }
                } else if (what == 1) {
                    File after = before.at(before.path(), time(), before.says());
                    changed.add(after);
                    loads.add(loaded(after).as(State.SAME, null));
                } else {
                    File after = what == 2 ? anyEdition(before) : next(before);
                    changed.add(after);
                    loads.add(loaded(after));
                }
            }
            List<Bundle> bundles = new ArrayList<>();
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < changed.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            int from = 0;
            while (from < order.size()) {
                int to = from + 1 + random.nextInt(order.size() - from);
                List<Integer> bundle = order.subList(from, to);
                bundles.add(new Bundle(
                        this,
                        bundle.stream().map(changed::get).toList(),
                        bundle.stream().map(loads::get).toList()));
                from = to;
            }
            return bundles;
        }

        private @Nullable File pick() {
            List<File> all = new ArrayList<>(files.values());
            return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        }

        /** Some files have the same time. */
        private Instant time() {
            clock += random.nextInt(2);
            return T0.plusSeconds(clock);
        }

        /** An older text again, under a time of its own. */
        private File anyEdition(File before) {
            List<File> old = editions.getOrDefault(before.path(), List.of(before));
            File again = old.get(random.nextInt(old.size()));
            return new File(before.path(), time(), before.edition(), again.numbered(), again.letters(), again.says());
        }

        private File next(File before) {
            Map<String, List<Says>> says = new TreeMap<>(before.says());
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                String name = "C" + random.nextInt(4);
                if (random.nextInt(4) == 0) {
                    says.remove(name);
                } else {
                    List<Says> all = new ArrayList<>();
                    for (int n = before.letters() ? 1 + random.nextInt(3) : 1; n > 0; n--) {
                        all.add(new Says(random.nextInt(4) == 0 ? null : 1 + random.nextInt(3), random.nextInt(4)));
                    }
                    says.put(name, all);
                }
            }
            return before.at(before.path(), time(), says);
        }

        private LoadedFile loaded(File file) {
            return new LoadedFile(
                    file.sha256(),
                    system + "/test",
                    system,
                    "items-csv",
                    1,
                    file.path(),
                    file.time(),
                    !file.letters(),
                    file.time(),
                    file.edition(),
                    State.READ,
                    null,
                    null,
                    null);
        }

        /** What the rule makes of a load; answers what is to become of the cases. */
        CaseCounts apply(Bundle bundle) {
            Map<String, @Nullable String> before = counting();
            Set<String> lostBefore = new TreeSet<>(lost());
            Map<String, Set<String>> known = new HashMap<>();
            stored.forEach((key, contents) -> known.put(key, new HashSet<>(contents)));
            int unnamed = 0;
            for (int i = 0; i < bundle.files().size(); i++) {
                File file = bundle.files().get(i);
                LoadedFile load = bundle.loads().get(i);
                if (load.state() == State.READ) {
                    unnamed += state(file);
                } else if (load.movedFrom() == null) {
                    cases.values().forEach(of -> of.touch(file.path(), file.time()));
                    files.put(file.path(), file);
                } else {
                    String from = Objects.requireNonNull(froms.remove(file.path()));
                    // What had lost there has lost here.
                    Set<String> there = new TreeSet<>(lostBefore);
                    there.forEach(s -> lostBefore.add(s.replace(" " + from + " ", " " + file.path() + " ")));
                    cases.values().forEach(of -> of.move(from, file.path(), file.time()));
                    files.remove(from);
                    files.put(file.path(), file);
                }
            }
            return counts(before, counting(), known, lostBefore, unnamed);
        }

        /** A new edition; answers how many cases it newly leaves out and that stay. */
        private int state(File file) {
            files.put(file.path(), file);
            editions.computeIfAbsent(file.path(), path -> new ArrayList<>()).add(file);
            Map<String, List<Says>> byKey = new TreeMap<>();
            file.says().forEach((name, says) -> byKey.put(file.key(name), says));
            int unnamed = 0;
            for (Map.Entry<String, CaseStatements<String>> each : cases.entrySet()) {
                if (!byKey.containsKey(each.getKey())) {
                    boolean whole =
                            file.edition() == Edition.WHOLE || each.getKey().startsWith("row:");
                    if (each.getValue().leaveOut(file.path(), whole ? Edition.WHOLE : Edition.PART) && !whole) {
                        unnamed++;
                        onlyOldEditionsSay = true;
                    }
                }
            }
            byKey.forEach((key, says) -> {
                of(key).state(says.stream()
                        .map(s -> new Statement<>(
                                file.path(), file.time(), s.day() == null ? null : day(s.day()), text(s)))
                        .toList());
                says.forEach(
                        s -> stored.computeIfAbsent(key, k -> new HashSet<>()).add(text(s)));
            });
            return unnamed;
        }

        void byHand() {
            if (random.nextInt(3) > 0) {
                return;
            }
            String key = "C" + random.nextInt(4);
            Withdrawals withdrawals = new Withdrawals(store);
            if (out.remove(key)) {
                withdrawals.putBack(run, system, List.of(key));
                of(key).putBack();
            } else {
                withdrawals.withdraw(run, system, List.of(key), "entered twice");
                out.add(key);
                of(key).withdraw();
            }
        }

        private Map<String, @Nullable String> counting() {
            Map<String, @Nullable String> counting = new TreeMap<>();
            cases.forEach((key, of) -> of.counting().ifPresent(statement -> counting.put(key, statement.content())));
            return counting;
        }

        private Set<String> lost() {
            Set<String> lost = new TreeSet<>();
            cases.forEach((key, of) -> {
                of.lost().forEach(s -> lost.add(key + " " + s.path() + " " + s.content()));
                of.lostBeside()
                        .forEach((path, contents) ->
                                contents.forEach(c -> lost.add(key + " " + path + " " + c + " beside")));
            });
            return lost;
        }

        private CaseCounts counts(
                Map<String, @Nullable String> before,
                Map<String, @Nullable String> after,
                Map<String, Set<String>> known,
                Set<String> lostBefore,
                int unnamed) {
            int[] n = new int[4];
            after.forEach((key, content) -> {
                if (!content.equals(before.get(key))) {
                    Set<String> said = known.getOrDefault(key, Set.of());
                    n[said.isEmpty() ? 0 : said.contains(content) ? 2 : 1]++;
                }
            });
            before.keySet().forEach(key -> n[3] += after.containsKey(key) ? 0 : 1);
            Set<String> lost = lost();
            lost.removeAll(lostBefore);
            // Rows that have no number to be known by: who says the same is no news.
            List<String> gone = new ArrayList<>();
            before.forEach((key, content) -> {
                if (key.startsWith("row:") && !after.containsKey(key)) {
                    gone.add(content);
                }
            });
            for (boolean returned : List.of(false, true)) {
                after.forEach((key, content) -> {
                    if (key.startsWith("row:")
                            && !before.containsKey(key)
                            && known.containsKey(key) == returned
                            && gone.remove(content)) {
                        n[returned ? 2 : 0]--;
                        n[3]--;
                    }
                });
            }
            return new CaseCounts(n[0], n[1], n[2], lost.size(), unnamed, n[3]);
        }

        /** Who loads the same files in another store; null where an older edition says what no file says any more. */
        @Nullable
        History fresh() {
            if (onlyOldEditionsSay) {
                return null;
            }
            History fresh = new History(system + "-fresh", new Random(random.nextLong()));
            for (String key : out) {
                new Withdrawals(store).withdraw(run, fresh.system, List.of(key), "entered twice");
                fresh.out.add(key);
                fresh.of(key).withdraw();
            }
            return fresh;
        }

        /** The files of another history, in any order, in one load or several. */
        List<Bundle> all(History other) {
            List<File> all = new ArrayList<>(other.files.values());
            Collections.shuffle(all, random);
            List<Bundle> bundles = new ArrayList<>();
            while (!all.isEmpty()) {
                List<File> bundle = List.copyOf(all.subList(0, 1 + random.nextInt(all.size())));
                bundles.add(new Bundle(
                        this, bundle, bundle.stream().map(this::loaded).toList()));
                all.removeAll(bundle);
            }
            return bundles;
        }
    }

    /** What one load holds of one history. */
    private record Bundle(History history, List<File> files, List<LoadedFile> loads) {}

    /** Loads the first bundle of each history at once, then the second of each, and so on; compares after each load. */
    private void load(List<History> histories, List<List<Bundle>> bundles) {
        for (int round = 0; ; round++) {
            int at = round;
            List<Bundle> together = bundles.stream()
                    .filter(b -> b.size() > at)
                    .map(b -> b.get(at))
                    .toList();
            if (together.isEmpty()) {
                return;
            }
            CaseCounts expected = CaseCounts.NONE;
            for (Bundle bundle : together) {
                expected = expected.plus(bundle.history().apply(bundle));
            }
            try (Load load = determinations.load(run)) {
                Encoder.Chunk chunk = determinations.encoder(Letters.CLASSIFIER).chunk();
                for (Bundle bundle : together) {
                    for (int i = 0; i < bundle.files().size(); i++) {
                        int number = load.file(bundle.loads().get(i));
                        if (bundle.loads().get(i).state() == State.READ) {
                            add(chunk, number, bundle.files().get(i));
                        }
                    }
                }
                load.add(chunk.done());
                load.commit();
                assertThat(load.cases()).isEqualTo(expected);
            }
            isAsTheRuleSays(histories);
        }
    }

    private void isAsTheRuleSays(List<History> histories) {
        Set<String> counting = new TreeSet<>();
        Set<String> lost = new TreeSet<>();
        Set<String> contradicting = new TreeSet<>();
        for (History history : histories) {
            String system = history.system + " ";
            history.counting().forEach((key, content) -> counting.add(system + key + " " + content));
            history.lost().forEach(statement -> lost.add(system + statement));
            history.cases.forEach((key, of) -> of.contradicting((one, other) -> !one.equals(other))
                    .forEach(s -> contradicting.add(system + key + " " + s.path())));
        }
        assertThat(current()).isEqualTo(counting);
        assertThat(
                        all(
                                "select d.system || ' ' || d.case_key || ' ' || p.path || ' ' || coalesce(d.decided_from::text, 'undated')"
                                        + " || ' ' || c.says || case when d.beside then ' beside' else '' end from uphold.determination d join uphold.source_path p on p.id = d.source_path"
                                        + " cross join lateral (select string_agg(i.service || ' ' || i.outcome, '') as says"
                                        + " from uphold.item i where i.determination = coalesce(d.same_as, d.id)) c where d.lost_at is not null"))
                .isEqualTo(lost);
        assertThat(all("select d.system || ' ' || d.case_key || ' '"
                        + " || regexp_replace(p.message, '.* otherwise than (.*);.*', '\\1')"
                        + " from uphold.problem p join uphold.determination d on d.id = p.determination"
                        + " where d.superseded_at is null and p.code = 'CONTRADICTORY_STATEMENTS'"))
                .isEqualTo(contradicting);
    }

    private Set<String> current() {
        return all(
                "select d.system || ' ' || d.case_key || ' ' || coalesce(d.decided_from::text, 'undated') || ' ' || i.service"
                        + " || ' ' || i.outcome from uphold.determination d join uphold.item i on i.determination = d.id"
                        + " where d.superseded_at is null");
    }

    private Set<String> all(String sql) {
        List<String> rows = dsl.fetch(sql).getValues(0, String.class);
        Set<String> all = new TreeSet<>(rows);
        assertThat(all).as("each once").hasSameSizeAs(rows);
        return all;
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2017, 1, day);
    }

    private static String text(Says says) {
        return (says.day() == null ? "undated" : day(says.day())) + " " + SERVICES.get(says.content() / 2) + " "
                + OUTCOMES.get(says.content() % 2);
    }

    private void add(Encoder.Chunk chunk, int number, File file) {
        long line = 2;
        for (Map.Entry<String, List<Says>> row : file.says().entrySet()) {
            for (Says says : row.getValue()) {
                chunk.add(
                        number,
                        new Reading.Accepted(
                                new Determination(
                                        file.key(row.getKey()),
                                        file.numbered() ? row.getKey() : null,
                                        new CaseDates(
                                                says.day() == null ? null : PartialDate.of(day(says.day())),
                                                null,
                                                null,
                                                null,
                                                null),
                                        null,
                                        null,
                                        new Reviewer(List.of(), List.of()),
                                        CaseAttributes.NONE,
                                        List.of(item(
                                                1,
                                                SERVICES.get(says.content() / 2),
                                                OUTCOMES.get(says.content() % 2)))),
                                "test",
                                Place.line(line++),
                                Map.of(),
                                List.of()));
            }
        }
    }

    @Test
    void whatever_came_on_whichever_night_the_store_says_what_the_rule_says_and_what_a_fresh_one_does() {
        List<History> histories = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            histories.add(new History("h" + i, new Random(random.nextLong())));
        }
        for (int night = 0; night < NIGHTS; night++) {
            Map<String, Long> paths = new HashMap<>();
            dsl.fetch("select system || ' ' || path, id from uphold.source_path")
                    .forEach(r -> paths.put(r.get(0, String.class), r.get(1, Long.class)));
            load(histories, histories.stream().map(h -> h.night(paths)).toList());
            for (int i = 0; i < HISTORIES; i += 10) {
                histories.get(i).byHand();
            }
            isAsTheRuleSays(histories);
        }
        List<History> both = new ArrayList<>(histories);
        List<List<Bundle>> bundles = new ArrayList<>();
        for (History history : histories) {
            History fresh = history.fresh();
            if (fresh != null) {
                both.add(fresh);
                bundles.add(fresh.all(history));
            }
        }
        assertThat(bundles).as("histories compared with a fresh store").isNotEmpty();
        load(both, bundles);
        for (History fresh : both.subList(HISTORIES, both.size())) {
            String system = fresh.system.replace("-fresh", "");
            History history = histories.get(Integer.parseInt(system.substring(1)));
            assertThat(fresh.counting()).as(system).isEqualTo(history.counting());
        }
        assertThat(dsl.fetchSingle("select count(*) from uphold.determination where beside and lost_at is not null")
                        .get(0, Long.class))
                .as("statements of one file that another of it beat")
                .isPositive();
        assertThat(dsl.fetch("select determination, sum(sign) from uphold.cell_change group by 1 having sum(sign) <> 0")
                        .getValues(0, Long.class))
                .as("what came and went, summed, is what is current")
                .containsExactlyInAnyOrderElementsOf(
                        dsl.fetch("select id from uphold.determination where superseded_at is null")
                                .getValues(0, Long.class));
    }
}
