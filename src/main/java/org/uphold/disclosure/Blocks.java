package org.uphold.disclosure;

import java.util.Arrays;

/** Groups of unknowns that depend on each other. */
final class Blocks {

    private Blocks() {}

    /** Unknowns in the largest group; 0 where nothing is unknown. */
    static int largest(IntegerSystem system) {
        int n = system.variableCount();
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        for (int c = 0; c < system.constraintCount(); c++) {
            int first = -1;
            for (int v : system.variables(c)) {
                if (system.lower(v) != system.upper(v)) {
                    if (first < 0) {
                        first = find(parent, v);
                    } else {
                        parent[find(parent, v)] = first;
                    }
                }
            }
        }
        int[] sizes = new int[n];
        int largest = 0;
        for (int v = 0; v < n; v++) {
            if (system.lower(v) != system.upper(v)) {
                largest = Math.max(largest, ++sizes[find(parent, v)]);
            }
        }
        return largest;
    }

    private static int find(int[] parent, int v) {
        int root = v;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
