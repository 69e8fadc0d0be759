package org.uphold.store;

import org.uphold.copy.CopyBuffer;

/** A text that many rows share, as it stands in rows of one {@link RowForm}: in full, or as the number of its place. */
interface SharedText {

    /** Adds the field. */
    void write(CopyBuffer row);
}
