package org.uphold.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of one mapping. Whatever does not fit is noted in the document and left out, so that all of it is told at once. */
final class YamlSection {

    private final YamlDocument document;
    private final String path;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    YamlSection(YamlDocument document, String path, MappingNode node) {
        this.document = document;
        this.path = path;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                document.problem(tuple.getKeyNode(), at("?"), "a key must be a plain word");
            } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                document.problem(key, at(key.getValue()), "the key is there twice; keep one");
            } else {
                keys.put(key.getValue(), key);
            }
        }
    }

    /** Every key must be one of these. */
    YamlSection allow(Set<String> known) {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!known.contains(key.getKey())) {
                document.problem(
                        key.getValue(),
                        at(key.getKey()),
                        "no such key"
                                + Words.suggestion(
                                        key.getKey(), known.stream().sorted().toList()));
            }
        }
        return this;
    }

    void check() {
        document.check();
    }

    Set<String> names() {
        return keys.keySet();
    }

    boolean has(String key) {
        Node value = values.get(key);
        return value != null && !value.getTag().equals(Tag.NULL);
    }

    /** A problem with a key, or with the whole section where the key is not there. */
    void problem(String key, String message) {
        Node there = keys.get(key);
        document.problem(there == null ? node : there, at(key), message);
    }

    Optional<String> text(String key) {
        return value(key, Function.identity());
    }

    /** A value read by a function that throws {@link IllegalArgumentException} with what would be right. */
    <T> Optional<T> value(String key, Function<String, T> reading) {
        Node value = values.get(key);
        return value == null || !has(key) ? Optional.empty() : read(value, at(key), reading);
    }

    boolean flag(String key, boolean fallback) {
        return value(key, text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "on" -> true;
                    case "false", "no", "off" -> false;
                    default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
                })
                .orElse(fallback);
    }

    /** A whole number of at least {@code least}. */
    @Nullable
    Long number(String key, long least) {
        return value(key, text -> {
                    try {
                        long number = Long.parseLong(text.replace("_", ""));
                        if (number >= least) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("'" + text + "' is no whole number", e);
                    }
                    throw new IllegalArgumentException(text + " is too small; the least is " + least);
                })
                .orElse(null);
    }

    /** A fraction from 0 to 1. */
    @Nullable
    BigDecimal rate(String key) {
        return value(key, text -> {
                    try {
                        BigDecimal rate = new BigDecimal(text);
                        if (rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0) {
                            return rate;
                        }
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is no number; write five percent as 0.05", e);
                    }
                    throw new IllegalArgumentException(
                            text + " is no fraction from 0 to 1; write five percent as 0.05");
                })
                .orElse(null);
    }

    /** Several values; one alone needs no brackets. */
    <T> List<T> list(String key, Function<String, T> reading) {
        List<T> all = new ArrayList<>();
        Node value = values.get(key);
        if (value instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                read(sequence.getValue().get(i), at(key) + "[" + (i + 1) + "]", reading)
                        .ifPresent(all::add);
            }
        } else if (value != null && has(key)) {
            read(value, at(key), reading).ifPresent(all::add);
        }
        return all;
    }

    Optional<YamlSection> section(String key) {
        Node value = values.get(key);
        if (value == null || !has(key)) {
            return Optional.empty();
        }
        return section(value, at(key));
    }

    boolean isScalar(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    /** The sections of a list, counted from 1 in messages. */
    List<YamlSection> sections(String key) {
        Node value = values.get(key);
        if (value == null || !has(key)) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            problem(key, "this must be a list: one entry a line, each after a dash");
            return List.of();
        }
        List<YamlSection> all = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            section(sequence.getValue().get(i), at(key) + "[" + (i + 1) + "]").ifPresent(all::add);
        }
        return all;
    }

    /** As nested maps, lists and strings, for whoever knows what it means; every scalar as written. */
    Map<String, Object> raw() {
        Map<String, Object> all = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (has(key)) {
                all.put(key, raw(value, at(key)));
            }
        });
        return all;
    }

    private Object raw(Node value, String where) {
        if (value instanceof SequenceNode sequence) {
            List<Object> all = new ArrayList<>();
            for (Node each : sequence.getValue()) {
                all.add(raw(each, where));
            }
            return all;
        }
        if (value instanceof MappingNode mapping) {
            return new YamlSection(document, where, mapping).raw();
        }
        return value instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private Optional<YamlSection> section(Node value, String where) {
        if (value instanceof MappingNode mapping && !(value instanceof AnchorNode)) {
            return Optional.of(new YamlSection(document, where, mapping));
        }
        document.problem(value, where, "this must hold keys of its own, one a line, indented");
        return Optional.empty();
    }

    private <T> Optional<T> read(Node value, String where, Function<String, T> reading) {
        if (!(value instanceof ScalarNode scalar)) {
            document.problem(value, where, "this must be a single value");
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(scalar.getValue()));
        } catch (IllegalArgumentException e) {
            document.problem(value, where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
