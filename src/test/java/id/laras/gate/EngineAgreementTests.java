package id.laras.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On small random models the prover says what the engine does, when every task is done in every order with every flag. */
class EngineAgreementTests {

    private static final ProcessEngine ENGINE = engine();
    private static final List<Map<String, Object>> FLAGS =
            List.of(flags(true, true), flags(true, false), flags(false, true), flags(false, false));

    private static ProcessEngine engine() {
        var engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setProcessEngineName("gate");
        engine.setJdbcUrl("jdbc:h2:mem:gate;DB_CLOSE_DELAY=-1");
        engine.setHistory("none");
        engine.setJobExecutorActivate(false);
        engine.setEnforceHistoryTimeToLive(false);
        return engine.buildProcessEngine();
    }

    @AfterAll
    static void closeTheEngine() {
        ENGINE.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theProverAgreesWithTheEngine(int seed) {
        var lines = new Drafting(seed).model();
        var found = Drawing.findings("P", lines);
        var faults = new Runs(lines).faults();
        assertThat(found.isEmpty()).as("%s%n%s%n%s", lines, found, faults).isEqualTo(faults.isEmpty());
    }

    private static Map<String, Object> flags(boolean x, boolean y) {
        return Map.of("x", x, "y", y);
    }

    /** Blocks within blocks; now and then a split is joined by another kind of gateway, or has no default flow. */
    private static final class Drafting {

        private final Random random;
        private final StringBuilder lines = new StringBuilder("start s\nend e\n");
        private int number;

        Drafting(int seed) {
            random = new Random(seed);
        }

        String model() {
            var ends = block(2);
            return lines.append("s > %s\n%s > e\n".formatted(ends[0], ends[1])).toString();
        }

        private String[] block(int depth) {
            switch (depth == 0 ? 0 : random.nextInt(5)) {
                case 0 -> {
                    var task = named("user");
                    return new String[] {task, task};
                }
                case 1 -> {
                    var one = block(depth - 1);
                    var other = block(depth - 1);
                    lines.append("%s > %s\n".formatted(one[1], other[0]));
                    return new String[] {one[0], other[1]};
                }
                case 2 -> {
                    var merge = named("xor");
                    var task = named("user");
                    var body = block(depth - 1);
                    var again = named("xor");
                    var after = named("user");
                    lines.append("%s > %s > %s\n%s > %s\n".formatted(merge, task, body[0], body[1], again));
                    lines.append("%s > %s : ${x}\n%s > %s : default\n".formatted(again, merge, again, after));
                    return new String[] {merge, after};
                }
                default -> {
                    return split(depth);
                }
            }
        }

        private String[] split(int depth) {
            var kinds = List.of("xor", "and", "or");
            var kind = kinds.get(random.nextInt(3));
            var split = named(kind);
            var one = block(depth - 1);
            var other = block(depth - 1);
            var join = named(random.nextInt(4) == 0 ? kinds.get(random.nextInt(3)) : kind);
            var after = named("user");
            var second = random.nextInt(5) == 0 ? "${y}" : random.nextBoolean() ? "${!x}" : "default";
            lines.append("%s > %s%s\n".formatted(split, one[0], kind.equals("and") ? "" : " : ${x}"));
            lines.append("%s > %s%s\n".formatted(split, other[0], kind.equals("and") ? "" : " : " + second));
            if (kind.equals("or") && random.nextBoolean() && !second.equals("default")) {
                lines.append("%s > %s : default\n".formatted(split, join));
            }
            lines.append("%s > %s\n%s > %s\n%s > %s\n".formatted(one[1], join, other[1], join, join, after));
            return new String[] {split, after};
        }

        private String named(String kind) {
            var id = kind + number++;
            lines.append(kind).append(" ").append(id).append("\n");
            return id;
        }
    }

    /** What happens on the engine: every state is come to by its steps again, because no state can be copied. */
    private static final class Runs {

        private record Deed(String task, Map<String, Object> flags) {}

        private final Map<String, Set<String>> before = new TreeMap<>();
        private final Map<String, List<Deed>> open = new LinkedHashMap<>();
        private final Set<String> ended = new HashSet<>();
        private final Set<String> done = new HashSet<>();
        private final List<String> faults = new ArrayList<>();
        private final Set<String> tasks = new HashSet<>();

        Runs(String lines) {
            lines.lines()
                    .filter(line -> line.startsWith("user") && !line.contains(">"))
                    .forEach(line -> tasks.add(line.split(" ")[1]));
            var model = Drawing.of("P", lines);
            var deployment = ENGINE.getRepositoryService()
                    .createDeployment()
                    .addString("p.bpmn", Bpmn.convertToString(model))
                    .deploy();
            explore();
            ENGINE.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }

        List<String> faults() {
            return faults;
        }

        private void explore() {
            var queue = new ArrayDeque<String>();
            FLAGS.forEach(flags -> come("", List.of(new Deed(null, flags)), queue));
            while (!queue.isEmpty() && faults.isEmpty()) {
                var state = queue.remove();
                for (var task : new HashSet<>(List.of(state.split(" ")))) {
                    if (tasks.contains(task)) {
                        for (var flags : FLAGS) {
                            var deeds = new ArrayList<>(open.get(state));
                            deeds.add(new Deed(task, flags));
                            done.add(task);
                            come(state, deeds, queue);
                        }
                    }
                }
            }
            if (faults.isEmpty()) {
                judge();
            }
        }

        private void judge() {
            var reaching = new HashSet<>(ended);
            var back = new ArrayDeque<>(ended);
            while (!back.isEmpty()) {
                before.getOrDefault(back.remove(), Set.of()).stream()
                        .filter(reaching::add)
                        .forEach(back::add);
            }
            open.keySet().stream().filter(state -> !reaching.contains(state)).forEach(faults::add);
            tasks.stream()
                    .filter(task -> !done.contains(task))
                    .map("dead "::concat)
                    .forEach(faults::add);
        }

        private void come(String from, List<Deed> deeds, ArrayDeque<String> queue) {
            try {
                var state = state(deeds);
                before.computeIfAbsent(state, each -> new HashSet<>()).add(from);
                if (state.isEmpty()) {
                    ended.add(state);
                } else if (open.putIfAbsent(state, deeds) == null) {
                    var here = List.of(state.split(" "));
                    if (here.stream().noneMatch(tasks::contains)) {
                        faults.add("stuck " + state);
                    } else if (here.stream().filter(tasks::contains).distinct().count()
                            < here.stream().filter(tasks::contains).count()) {
                        faults.add("two " + state);
                    }
                    queue.add(state);
                }
            } catch (ProcessEngineException e) {
                faults.add(e.getMessage());
            }
        }

        /** The elements at which tokens are, after the deeds; empty when the run is over. */
        private String state(List<Deed> deeds) {
            var runtime = ENGINE.getRuntimeService();
            var run =
                    runtime.startProcessInstanceByKey("P", deeds.get(0).flags()).getId();
            try {
                for (var deed : deeds.subList(1, deeds.size())) {
                    Task task = ENGINE.getTaskService()
                            .createTaskQuery()
                            .taskDefinitionKey(deed.task())
                            .listPage(0, 1)
                            .get(0);
                    ENGINE.getTaskService().complete(task.getId(), deed.flags());
                }
                var tree = runtime.getActivityInstance(run);
                return tree == null ? "" : String.join(" ", leaves(tree));
            } finally {
                if (runtime.createProcessInstanceQuery().processInstanceId(run).count() > 0) {
                    runtime.deleteProcessInstance(run, "seen");
                }
            }
        }

        private static List<String> leaves(ActivityInstance tree) {
            var leaves = new ArrayList<String>();
            for (var child : tree.getChildActivityInstances()) {
                leaves.add(child.getActivityId());
            }
            leaves.sort(null);
            return leaves;
        }
    }
}
