package org.uphold.job;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Spring Batch keeps of runs, which nobody needs for ever. */
public final class BatchHistory {

    /** So many at most at a time: a run's end must not take long. */
    private static final int MOST = 1_000;

    private static final String EXECUTIONS =
            "select job_execution_id from batch.batch_job_execution where job_instance_id = any (?)";
    private static final String STEPS =
            "select step_execution_id from batch.batch_step_execution where job_execution_id in (" + EXECUTIONS + ")";

    /** Children first. */
    private static final List<String> DELETIONS = List.of(
            "delete from batch.batch_step_execution_context where step_execution_id in (" + STEPS + ")",
            "delete from batch.batch_step_execution where job_execution_id in (" + EXECUTIONS + ")",
            "delete from batch.batch_job_execution_context where job_execution_id in (" + EXECUTIONS + ")",
            "delete from batch.batch_job_execution_params where job_execution_id in (" + EXECUTIONS + ")",
            "delete from batch.batch_job_execution where job_instance_id = any (?)",
            "delete from batch.batch_job_instance where job_instance_id = any (?)");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public BatchHistory(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** How long each step of a run took when it was last at it, in order; empty where that was pruned. */
    public Map<String, Duration> steps(long run) {
        Map<String, Duration> steps = new LinkedHashMap<>();
        jdbc.query(
                "select step_name, start_time, end_time from batch.batch_step_execution where job_execution_id ="
                        + " (select max(job_execution_id) from batch.batch_job_execution_params"
                        + " where parameter_name = 'run' and parameter_value = ?)"
                        + " and end_time is not null order by step_execution_id",
                row -> {
                    steps.put(
                            row.getString(1),
                            Duration.between(
                                    row.getTimestamp(2).toLocalDateTime(),
                                    row.getTimestamp(3).toLocalDateTime()));
                },
                Long.toString(run));
        return steps;
    }

    /** Closes what a killed process left under way of a run that nobody takes up. */
    void fail(long run) {
        String executions = "select job_execution_id from batch.batch_job_execution_params"
                + " where parameter_name = 'run' and parameter_value = ?";
        String failed = " set status = 'FAILED', exit_code = 'FAILED', end_time = localtimestamp"
                + " where status in ('STARTING', 'STARTED', 'STOPPING') and job_execution_id in (" + executions + ")";
        transaction.executeWithoutResult(status -> {
            jdbc.update("update batch.batch_step_execution" + failed, Long.toString(run));
            jdbc.update("update batch.batch_job_execution" + failed, Long.toString(run));
        });
    }

    /** Deletes instances that were last executed before an instant; says how many. */
    int prune(Instant before) {
        // Spring Batch writes the local time of whichever machine ran; a day more or less does not matter here.
        Timestamp oldest = Timestamp.valueOf(LocalDateTime.ofInstant(before, ZoneOffset.UTC));
        Integer pruned = transaction.execute(status -> {
            List<Long> found = jdbc.queryForList(
                    "select job_instance_id from batch.batch_job_execution group by job_instance_id"
                            + " having max(create_time) < ? order by job_instance_id limit " + MOST,
                    Long.class,
                    oldest);
            if (!found.isEmpty()) {
                Long[] ids = found.toArray(Long[]::new);
                for (String deletion : DELETIONS) {
                    jdbc.update(
                            deletion,
                            statement -> statement.setArray(
                                    1, statement.getConnection().createArrayOf("bigint", ids)));
                }
            }
            return found.size();
        });
        return pruned == null ? 0 : pruned;
    }
}
