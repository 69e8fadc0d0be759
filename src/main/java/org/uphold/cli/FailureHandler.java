package org.uphold.cli;

import org.slf4j.LoggerFactory;
import org.uphold.classification.InvalidTableException;
import org.uphold.cli.Main.Environment;
import org.uphold.csv.InvalidDialectException;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.UnknownNameException;
import org.uphold.report.OutputException;
import org.uphold.server.ServerException;
import org.uphold.settings.SettingsException;
import org.uphold.source.MissingInputException;
import org.uphold.store.StoreException;
import picocli.CommandLine;

/** Exceptions to exit codes and one line each; never a stack trace. */
final class FailureHandler implements CommandLine.IExecutionExceptionHandler {

    private final Environment environment;

    FailureHandler(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        int code = exitCode(e);
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (code == ExitCodes.INTERNAL_ERROR) {
            LoggerFactory.getLogger(FailureHandler.class).debug("internal error", e);
            message = "internal error: " + message.lines().findFirst().orElse("") + " (-v shows more)";
        }
        Output.of(commandLine, environment).error(code, message);
        return code;
    }

    static int exitCode(Exception e) {
        if (e instanceof SettingsException
                || e instanceof MissingInputException
                || e instanceof InvalidDialectException
                || e instanceof InvalidTableException
                || e instanceof UnknownNameException
                || e instanceof UsageException) {
            return ExitCodes.USAGE;
        }
        if (e instanceof StoreException || e instanceof ServerException) {
            return ExitCodes.TRY_AGAIN;
        }
        return e instanceof OutputException ? ExitCodes.CANNOT_WRITE : ExitCodes.INTERNAL_ERROR;
    }
}
