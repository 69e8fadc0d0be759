package org.uphold.letter;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which layers (optional content groups) a viewer shows when a document is opened: ISO 32000-1, 8.11. PDFBox keeps this for
 * its renderer.
 */
final class Layers {

    private static final COSName OCGS = COSName.getPDFName("OCGs");
    private static final COSName VIEW = COSName.getPDFName("View");
    private static final COSName EXPRESSION = COSName.getPDFName("VE");
    /** Expressions nest; nobody nests deeper. */
    private static final int DEEPEST = 20;

    private final Set<COSBase> off = Collections.newSetFromMap(new IdentityHashMap<>());

    private Layers() {}

    static Layers of(PDDocument document) {
        Layers layers = new Layers();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (catalog.getDictionaryObject(COSName.getPDFName("OCProperties")) instanceof COSDictionary properties
                && properties.getDictionaryObject(COSName.D) instanceof COSDictionary defaults) {
            if ("OFF".equals(defaults.getNameAsString(COSName.getPDFName("BaseState")))) {
                layers.addAll(properties.getDictionaryObject(OCGS));
            }
            layers.removeAll(defaults.getDictionaryObject(COSName.getPDFName("ON")));
            layers.addAll(defaults.getDictionaryObject(COSName.getPDFName("OFF")));
            layers.automatic(defaults.getDictionaryObject(COSName.AS));
        }
        return layers;
    }

    private void addAll(@Nullable COSBase groups) {
        if (groups instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                COSBase group = array.getObject(i);
                if (group != null) {
                    off.add(group);
                }
            }
        }
    }

    private void removeAll(@Nullable COSBase groups) {
        if (groups instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                off.remove(array.getObject(i));
            }
        }
    }

    /** Groups that go by what they are for: on or off when viewed. */
    private void automatic(@Nullable COSBase usages) {
        if (!(usages instanceof COSArray array)) {
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.getObject(i) instanceof COSDictionary usage
                    && VIEW.equals(usage.getDictionaryObject(COSName.getPDFName("Event")))
                    && usage.getDictionaryObject(OCGS) instanceof COSArray groups) {
                for (int g = 0; g < groups.size(); g++) {
                    viewState(groups.getObject(g));
                }
            }
        }
    }

    private void viewState(@Nullable COSBase group) {
        if (group instanceof COSDictionary dictionary
                && dictionary.getDictionaryObject(COSName.getPDFName("Usage")) instanceof COSDictionary usage
                && usage.getDictionaryObject(VIEW) instanceof COSDictionary view) {
            String state = view.getNameAsString(COSName.getPDFName("ViewState"));
            if ("OFF".equals(state)) {
                off.add(dictionary);
            } else if ("ON".equals(state)) {
                off.remove(dictionary);
            }
        }
    }

    /** Whether what belongs to a group, or to several by a rule, is shown; what belongs to none is. */
    boolean shows(@Nullable COSBase membership) {
        if (!(membership instanceof COSDictionary dictionary)) {
            return true;
        }
        if (!isRule(dictionary)) {
            return !off.contains(dictionary);
        }
        return dictionary.getDictionaryObject(EXPRESSION) instanceof COSArray expression
                ? holds(expression, 0)
                : byPolicy(dictionary);
    }

    private static boolean isRule(COSDictionary dictionary) {
        return "OCMD".equals(dictionary.getNameAsString(COSName.TYPE));
    }

    private boolean byPolicy(COSDictionary rule) {
        COSBase groups = rule.getDictionaryObject(OCGS);
        int on = 0;
        int hidden = 0;
        if (groups instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary group) {
                    on += off.contains(group) ? 0 : 1;
                    hidden += off.contains(group) ? 1 : 0;
                }
            }
        } else if (groups instanceof COSDictionary group) {
            on = off.contains(group) ? 0 : 1;
            hidden = 1 - on;
        }
        if (on + hidden == 0) {
            return true;
        }
        String policy = rule.getNameAsString(COSName.P);
        return switch (policy == null ? "AnyOn" : policy) {
            case "AllOn" -> hidden == 0;
            case "AnyOff" -> hidden > 0;
            case "AllOff" -> on == 0;
            default -> on > 0;
        };
    }

    private boolean holds(@Nullable COSBase term, int depth) {
        if (!(term instanceof COSArray expression)) {
            return !off.contains(term);
        }
        if (depth > DEEPEST || expression.size() < 2 || !(expression.getObject(0) instanceof COSName operator)) {
            return true;
        }
        boolean all = true;
        boolean any = false;
        for (int i = 1; i < expression.size(); i++) {
            boolean holds = holds(expression.getObject(i), depth + 1);
            all &= holds;
            any |= holds;
        }
        return switch (operator.getName()) {
            case "Not" -> !any;
            case "Or" -> any;
            default -> all;
        };
    }
}
