package org.uphold.report;

import java.io.IOException;

/** One output of a package. Implementations hold no state and ask for neither clock, locale nor path. */
interface OutputFormat {

    /** Writes its files; the same content gives the same bytes. */
    void write(PackageContent content, OutputFolder folder) throws IOException;
}
