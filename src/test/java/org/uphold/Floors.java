package org.uphold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many floors a house of arrows has: the longest way down, types that need each other in a circle on one floor. */
final class Floors {

    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, Integer> floors = new HashMap<>();

    private Floors(Map<String, Set<String>> arrows) {
        for (String type : arrows.keySet()) {
            Set<String> reached = new HashSet<>();
            reach(type, arrows, reached);
            below.put(type, reached);
        }
    }

    static int of(Map<String, Set<String>> arrows) {
        Floors house = new Floors(arrows);
        return arrows.keySet().stream().mapToInt(house::floor).max().orElse(0);
    }

    private static void reach(String from, Map<String, Set<String>> arrows, Set<String> reached) {
        for (String next : arrows.getOrDefault(from, Set.of())) {
            if (reached.add(next)) {
                reach(next, arrows, reached);
            }
        }
    }

    private int floor(String type) {
        Integer known = floors.get(type);
        if (known != null) {
            return known;
        }
        int floor = 1;
        for (String other : below.getOrDefault(type, Set.of())) {
            if (!below.getOrDefault(other, Set.of()).contains(type)) {
                floor = Math.max(floor, 1 + floor(other));
            }
        }
        floors.put(type, floor);
        return floor;
    }
}
