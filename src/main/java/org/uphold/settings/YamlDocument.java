package org.uphold.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file as nodes that know their lines, and the problems found in it so far. Values are taken as they are written:
 * none of YAML's guesses that {@code NO} is false and {@code 1:30} is ninety.
 */
final class YamlDocument {

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 30;

    private final String name;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private YamlDocument(String name) {
        this.name = name;
    }

    /** The mapping at the top of a file; throws at once if there is none. */
    static YamlSection open(Path file) {
        YamlDocument document = new YamlDocument(file.toString());
        try {
            return document.section(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw document.failed(null, "the file is not UTF-8 text; save it as such");
        } catch (IOException e) {
            throw document.failed(
                    null, "the file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    static YamlSection of(String name, String text) {
        return new YamlDocument(name).section(text);
    }

    private YamlSection section(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return new YamlSection(this, "", mapping);
            }
            throw failed(root == null ? null : line(root), "the file holds no keys; a job needs at least sources:");
        } catch (MarkedYAMLException e) {
            Integer line =
                    e.getProblemMark() == null ? null : e.getProblemMark().getLine() + 1;
            throw failed(line, "this is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw failed(null, "this is no YAML: " + e.getMessage());
        }
    }

    void problem(Node at, String key, String message) {
        problems.add(new SettingsProblem(name, line(at), key, message));
    }

    /** Throws if anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private SettingsException failed(@Nullable Integer line, String message) {
        return new SettingsException(List.of(new SettingsProblem(name, line, null, message)));
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
