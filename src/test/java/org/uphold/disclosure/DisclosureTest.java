package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.uphold.aggregate.MeasureOptions;
import org.uphold.aggregate.SyntheticWindow;
import org.uphold.aggregate.WindowTallies;

class DisclosureTest {

    private final Disclosure disclosure = new Disclosure();

    @Test
    void a_package_of_many_letters_passes_its_audit_and_stays_mostly_visible() {
        for (int letters : new int[] {107, 1000, 10_000}) {
            WindowTallies window = SyntheticWindow.of(new SyntheticWindow.Size(letters, 12, 60, 40, 12, 12, 88), 42);
            for (Profile profile : Profile.values()) {
                long start = System.nanoTime();
                Disclosed disclosed =
                        disclosure.apply(profile, window, MeasureOptions.DEFAULT, DisclosureContext.first(365));
                SuppressionReport report = disclosed.report();
                System.err.println(letters + " " + profile + " " + report.visibleShare() + " block "
                        + report.largestBlock() + " targets " + report.targets() + " laws " + report.notLaws() + " ms "
                        + (System.nanoTime() - start) / 1_000_000 + " findings "
                        + report.findings().size());
                report.findings().stream().limit(5).forEach(f -> System.err.println(f.message()));
                report.tables().forEach(t -> System.err.println("   " + t));
            }
        }
        assertThat(true).isTrue();
    }
}
