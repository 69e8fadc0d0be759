package org.uphold.store;

import java.util.List;

/** The statements by which a first load puts the cases that came more than once back into staging. */
final class FirstRepeats {

    static final String FIND = """
            create temp table repeated on commit drop as
            select d.id from uphold.determination d
            join (select case_key from uphold.determination group by case_key having count(*) > 1) r using (case_key)""";

    /** Parameter: base. */
    static final String STAGE_DETERMINATIONS =
            """
            insert into stage_determination (seq, file, case_hash, %1$s)
            select (d.id - ?)::integer, 0, substring(h.hashes from 1 for 32), %2$s
            from uphold.determination d join pg_temp.repeated using (id) join stage_hash h using (id)""".formatted(String.join(", ", RowForm.DETERMINATION), columns("d", RowForm.DETERMINATION));

    /** Parameter: base. The hashes of a determination's items follow its own, in the order of the items. */
    static final String STAGE_ITEMS = """
            insert into stage_item (seq, item_hash, %1$s)
            select (i.determination - ?)::integer,
                substring(h.hashes from
                    1 + 32 * (row_number() over (partition by i.determination order by i.number))::integer for 32),
                %2$s
            from uphold.item i join pg_temp.repeated r on r.id = i.determination join stage_hash h on h.id = r.id""".formatted(
                    String.join(", ", RowForm.ITEM).replace("character", "\"character\""), columns("i", RowForm.ITEM));

    /** Parameter: base. */
    static final String STAGE_PROBLEMS = """
            insert into stage_problem (seq, %1$s)
            select (p.determination - ?)::integer, %2$s
            from uphold.problem p join pg_temp.repeated r on r.id = p.determination""".formatted(
            String.join(", ", RowForm.PROBLEM).replace("character", "\"character\""), columns("p", RowForm.PROBLEM));

    static final List<String> DELETE = List.of(
            "delete from uphold.determination d using pg_temp.repeated r where d.id = r.id",
            "delete from uphold.item i using pg_temp.repeated r where i.determination = r.id",
            "delete from uphold.problem p using pg_temp.repeated r where p.determination = r.id");

    private FirstRepeats() {}

    private static String columns(String table, List<String> names) {
        return String.join(", ", names.stream().map(name -> column(table, name)).toList());
    }

    private static String column(String table, String name) {
        String column = table + ".\"" + name + "\"";
        return RowForm.SHARED.contains(name)
                ? "(select t.text from uphold.printed t where t.id = " + column + ")"
                : column;
    }
}
