package org.uphold.determination;

/** Which date of a case decides the window and the month it belongs to. */
public enum Basis {
    DECISION("decision"),
    RECEIVED("received"),
    ASSIGNED("assigned"),
    UR_DECISION("ur_decision");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    /** The word used on the command line and in every output. */
    public String code() {
        return code;
    }
}
