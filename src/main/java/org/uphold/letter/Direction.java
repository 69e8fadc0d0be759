package org.uphold.letter;

import org.apache.pdfbox.util.Matrix;

/** Which way a line runs on its page, in quarter turns; rotated pages are read along their lines. */
enum Direction {
    RIGHT,
    UP,
    LEFT,
    DOWN;

    /** The direction of text drawn with a matrix, the nearest quarter. */
    static Direction of(Matrix matrix) {
        float a = matrix.getScaleX();
        float b = matrix.getShearY();
        if (Math.abs(a) >= Math.abs(b)) {
            return a >= 0 ? RIGHT : LEFT;
        }
        return b >= 0 ? UP : DOWN;
    }

    /** How far along its line a point stands. */
    float along(float x, float y) {
        return switch (this) {
            case RIGHT -> x;
            case UP -> y;
            case LEFT -> -x;
            case DOWN -> -y;
        };
    }

    /** How high above the foot of the text a point stands. */
    float across(float x, float y) {
        return switch (this) {
            case RIGHT -> y;
            case UP -> -x;
            case LEFT -> -y;
            case DOWN -> x;
        };
    }

    /** The size that a matrix gives one unit along the line. */
    float length(Matrix matrix) {
        return Math.abs(this == RIGHT || this == LEFT ? matrix.getScaleX() : matrix.getShearY());
    }
}
