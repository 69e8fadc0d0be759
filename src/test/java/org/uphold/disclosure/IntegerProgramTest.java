package org.uphold.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.disclosure.Search.Answer;

class IntegerProgramTest {

    private static final int MOST = 6;
    private static final int SYSTEMS = 60;

    private static IntegerSystem random(SplittableRandom random) {
        IntegerSystem system = new IntegerSystem();
        int variables = 3 + random.nextInt(3);
        for (int v = 0; v < variables; v++) {
            system.addVariable(0, MOST);
        }
        for (int c = 0; c < variables - 1; c++) {
            int[] over = IntStream.range(0, variables)
                    .filter(v -> random.nextInt(3) > 0)
                    .toArray();
            long[] with = Arrays.stream(over)
                    .mapToLong(v -> new long[] {-1, 1, 1, 2}[random.nextInt(4)])
                    .toArray();
            long low = random.nextInt(-2, 8);
            system.addConstraint(over, with, low, random.nextBoolean() ? low : low + random.nextInt(4));
        }
        return system;
    }

    private static boolean hasSolution(IntegerSystem system, int fixed, long value, long[] point, int variable) {
        if (variable == point.length) {
            return point[fixed] == value && system.holds(point);
        }
        for (long v = 0; v <= MOST; v++) {
            point[variable] = v;
            if (hasSolution(system, fixed, value, point, variable + 1)) {
                return true;
            }
        }
        return false;
    }

    private static Answer program(IntegerSystem system, int variable, long value) {
        Bounds bounds = new Bounds(system, new long[system.variableCount()]);
        LocalSearch local = new LocalSearch(system, new long[system.variableCount()]);
        bounds.touchAll();
        boolean open = bounds.tighten(variable, value, value) && bounds.propagate();
        int[] all = IntStream.range(0, system.constraintCount()).toArray();
        Answer answer = open ? new IntegerProgram(bounds, local, 0).solve(all, variable) : Answer.INFEASIBLE;
        if (answer == Answer.FEASIBLE) {
            assertThat(local.current(variable)).isEqualTo(value);
            assertThat(system.holds(local.point())).isTrue();
        }
        return answer;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 5, 8})
    void decides_every_value_as_trying_all_points_does_even_without_any_repair(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int possible = 0;
        for (int i = 0; i < SYSTEMS; i++) {
            IntegerSystem system = random(random);
            for (int v = 0; v < system.variableCount(); v++) {
                for (long value = 0; value <= MOST; value++) {
                    boolean expected = hasSolution(system, v, value, new long[system.variableCount()], 0);
                    possible += expected ? 1 : 0;
                    assertThat(program(system, v, value))
                            .as("system %d, variable %d, value %d", i, v, value)
                            .isEqualTo(expected ? Answer.FEASIBLE : Answer.INFEASIBLE);
                }
            }
        }
        assertThat(possible).isGreaterThan(SYSTEMS);
    }
}
