package org.uphold.letter;

import org.uphold.source.ProblemCode;

/** A file that cannot be read as a letter, with the reason that its rejection will give. Never leaves this room. */
final class LetterFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    LetterFailure(ProblemCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
