package org.uphold.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.FlatFileParseException;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What a Spring Batch user writes with the readers and writers it comes with: FlatFileItemReader, a processor that checks,
 * JdbcBatchItemWriter, a thousand rows a chunk, bad rows skipped. The driver rewrites its batches into inserts of many rows,
 * and the metadata costs nothing (a repository without a database). What follows in SQL is the psql peer's script.
 *
 * <pre>SpringBatchPeer CSV</pre>
 */
final class SpringBatchPeer {

    private static final String[] COLUMNS = {
        "case_number",
        "number",
        "decided",
        "service",
        "outcome",
        "claims_administrator_guideline",
        "reviewer_guideline",
        "reviewer_specialty",
        "license_state",
        "date_of_injury",
        "ur_decision_date",
        "application_received_date",
        "assigned_date",
        "priority",
        "ur_action",
        "claims_administrator",
        "jurisdiction",
        "age",
        "sex"
    };
    private static final Set<Integer> DAYS = Set.of(2, 9, 10, 11, 12);
    private static final Set<String> OUTCOMES = Set.of("Upheld", "Overturned", "Partially Overturned");

    private SpringBatchPeer() {}

    /** One row, as the reader tokenised it. */
    record Row(String[] values) {}

    public static void main(String[] args) throws Exception {
        Map<String, String> environment = System.getenv();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + environment.get("PGPORT") + "/"
                + environment.get("PGDATABASE") + "?reWriteBatchedInserts=true&stringtype=unspecified");
        config.setUsername(environment.get("PGUSER"));
        config.setPassword(environment.get("PGPASSWORD"));
        try (HikariDataSource database = new HikariDataSource(config)) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("drop schema if exists peer cascade");
                statement.execute("create schema peer");
                statement.execute("create type peer.outcome as enum ('Upheld', 'Overturned', 'Partially Overturned')");
                statement.execute("create table peer.clean (case_number text, number int, decided date, service text,"
                        + " outcome peer.outcome, claims_administrator_guideline text, reviewer_guideline text,"
                        + " reviewer_specialty text, license_state text, date_of_injury date, ur_decision_date date,"
                        + " application_received_date date, assigned_date date, priority text, ur_action text,"
                        + " claims_administrator text, jurisdiction text, age text, sex text)");
            }
            JobRepository repository = new ResourcelessJobRepository();
            var step = new StepBuilder("load", repository)
                    .<Row, Row>chunk(1000)
                    .transactionManager(new JdbcTransactionManager(database))
                    .reader(reader(Path.of(args[0])))
                    .processor(SpringBatchPeer::checked)
                    .writer(writer(database))
                    .faultTolerant()
                    .skip(FlatFileParseException.class)
                    .skipLimit(Long.MAX_VALUE)
                    .build();
            var job = new JobBuilder("load", repository).start(step).build();
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.afterPropertiesSet();
            JobExecution execution = operator.start(job, new JobParameters());
            System.out.println(execution.getStatus() + " "
                    + execution.getStepExecutions().iterator().next().getSummary());
            if (execution.getStatus().isUnsuccessful()) {
                execution.getAllFailureExceptions().forEach(Throwable::printStackTrace);
                System.exit(1);
            }
        }
    }

    private static FlatFileItemReader<Row> reader(Path csv) {
        return new FlatFileItemReaderBuilder<Row>()
                .name("items")
                .resource(new FileSystemResource(csv))
                .linesToSkip(1)
                .saveState(false)
                .delimited()
                .names(COLUMNS)
                .fieldSetMapper(fields -> new Row(fields.getValues()))
                .build();
    }

    /** Null filters a row. */
    private static Row checked(Row row) {
        String[] values = row.values();
        if (!values[1].matches("[0-9]{1,6}") || !OUTCOMES.contains(values[4])) {
            return null;
        }
        try {
            LocalDate.parse(values[2]);
            return row;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static JdbcBatchItemWriter<Row> writer(HikariDataSource database) {
        JdbcBatchItemWriter<Row> writer = new JdbcBatchItemWriterBuilder<Row>()
                .dataSource(database)
                .assertUpdates(false)
                .sql("insert into peer.clean (" + String.join(", ", COLUMNS) + ") values ("
                        + "?, ".repeat(COLUMNS.length - 1) + "?)")
                .itemPreparedStatementSetter((row, statement) -> {
                    for (int i = 0; i < COLUMNS.length; i++) {
                        String value = row.values()[i];
                        if (i == 1) {
                            statement.setInt(2, Integer.parseInt(value));
                        } else if (DAYS.contains(i)) {
                            statement.setDate(i + 1, value.isEmpty() ? null : Date.valueOf(value));
                        } else {
                            statement.setString(i + 1, value);
                        }
                    }
                })
                .build();
        writer.afterPropertiesSet();
        return writer;
    }
}
