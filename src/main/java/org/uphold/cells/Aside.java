package org.uphold.cells;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Reads the store, in the very state that the caller sees, while the caller goes on with something else. */
public interface Aside {

    /** Begins to read; what is answered waits for the end, and throws what the reading threw. */
    <T> Supplier<T> read(Function<DSLContext, T> reading);

    /** Reads at once, in the caller's transaction: for one who has no other connection. */
    static Aside none(DSLContext dsl) {
        return new Aside() {
            @Override
            public <T> Supplier<T> read(Function<DSLContext, T> reading) {
                T result = reading.apply(dsl);
                return () -> result;
            }
        };
    }
}
