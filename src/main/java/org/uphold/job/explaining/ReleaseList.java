package org.uphold.job.explaining;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uphold.disclosure.Release;
import org.uphold.job.control.OpenStore;
import org.uphold.job.publishing.ReleaseAudit;
import org.uphold.store.Releases;

/** The ledger of releases for people: what was published, and how much of it is shown. */
public final class ReleaseList {

    private final Releases ledger;

    public ReleaseList(OpenStore open) {
        this.ledger = new Releases(open.store().dsl());
    }

    /**
     * A release.
     *
     * @param rows of its tables of rates
     * @param shown of these, those that it shows
     * @param folder below the folder it was published to; empty where its writing had just begun
     * @param forgotten since when it no longer counts, and why; empty where it counts
     */
    public record Line(
            long release,
            String published,
            long run,
            String job,
            String window,
            String basis,
            String profile,
            long rows,
            long shown,
            String folder,
            String forgotten) {}

    /** All, the oldest first. */
    public List<Line> lines() {
        return ledger.all().stream().map(ReleaseList::line).toList();
    }

    /** No longer counts one; false where there is none of that number that counts. */
    public boolean forget(long release, String why) {
        return ledger.forget(release, why);
    }

    private static Line line(Releases.Kept kept) {
        List<Release.Row> rows = ReleaseAudit.tables(kept.release().shows()).stream()
                .flatMap(t -> t.rows().stream())
                .toList();
        return new Line(
                kept.id(),
                time(kept.publishedAt()),
                kept.release().run(),
                kept.release().job(),
                kept.release().window().folderName(),
                kept.release().basis().code(),
                kept.release().profile(),
                rows.size(),
                rows.stream().filter(Release.Row::shown).count(),
                text(kept.folder()),
                kept.forgottenAt() == null ? "" : time(kept.forgottenAt()) + ": " + text(kept.forgottenWhy()));
    }

    private static String time(java.time.OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
