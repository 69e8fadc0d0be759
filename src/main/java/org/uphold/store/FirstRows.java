package org.uphold.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.uphold.copy.NamedRows;

/** Hears of the rows of a first load as they are sent, so that nobody needs to read them back. */
public interface FirstRows {

    /** Determinations came, with their items, all of them current. */
    void came(NamedRows determinations, NamedRows items);

    /** No more come; some may still go back. The indexes are made next: what can be made ready meanwhile is. */
    void ended();

    /**
     * Some of them go back into staging. Their rows are still there.
     *
     * @param connection the load's
     * @param ids query of their numbers, as {@code id}
     */
    void went(Connection connection, String ids) throws SQLException;

    /** None goes any more; what is to be kept with them is written now, on the load's connection. */
    void complete(Connection connection) throws SQLException;
}
