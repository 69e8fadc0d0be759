package org.uphold.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The job files of an installation. */
public final class JobFiles {

    private final Path jobs;
    private final Vocabulary vocabulary;

    /**
     * Nothing is read yet.
     *
     * @param jobs the folder {@code jobs}
     * @param vocabulary words that the files may use
     */
    public JobFiles(Path jobs, Vocabulary vocabulary) {
        this.jobs = jobs;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads one job.
     *
     * @param job the name of a file in the folder without its ending, or a path to a file
     * @throws SettingsException where there is no such file, naming the nearest; or with all that is wrong in it
     */
    public JobFile read(String job) {
        return JobFileReader.read(find(job), vocabulary);
    }

    /**
     * A name that {@link #read} takes from any working folder: that of a file in the folder, or else its absolute path.
     *
     * @throws SettingsException where there is no such file
     */
    public String nameOf(String job) {
        Path file = find(job).toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName());
        return file.equals(jobs.resolve(name).toAbsolutePath().normalize()) ? name : file.toString();
    }

    /** The files in the folder by name; none where the folder is missing. */
    public List<Path> list() {
        if (!Files.isDirectory(jobs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(jobs)) {
            return files.filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw SettingsException.of(jobs.toString(), null, "the folder cannot be read");
        }
    }

    private Path find(String job) {
        for (String ending : List.of("", ".yaml", ".yml")) {
            Path inFolder = jobs.resolve(job + ending);
            if (Files.isRegularFile(inFolder)) {
                return inFolder;
            }
            Path asGiven = Path.of(job + ending);
            if (Files.isRegularFile(asGiven)) {
                return asGiven;
            }
        }
        List<String> names = new ArrayList<>();
        for (Path file : list()) {
            names.add(String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", ""));
        }
        String hint = names.isEmpty() ? "; " + jobs + " holds no job files" : Words.suggestion(job, names);
        throw SettingsException.of(job, null, "no such job" + hint);
    }
}
