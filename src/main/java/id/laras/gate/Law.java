package id.laras.gate;

import id.laras.steps.Deeds;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Proves a book lawful on every path (docs/adr/0129-lawful-on-every-path.md): all states of the whole lifecycle, each with what happened before it.
 * What was found unreadable or unbounded is refused for that and not asked about the law.
 */
final class Law {

    /** What the application starts by itself; everything else runs where it is called. */
    static final Set<ProcessModel> STARTED = Set.of(
            ProcessModel.EVALUATION,
            ProcessModel.CALIBRATION,
            ProcessModel.HAND_OVER,
            ProcessModel.SUBSTITUTION,
            ProcessModel.ERASURE);

    /** States of a book that is refused already: what is seen in them is told as well. */
    private static final int GLANCE = 20_000;

    private final Prover.Levels levels;
    private final Declarations declared;
    private final int bound;
    private final List<Article> articles;
    private final Map<String, Map<String, DomElement>> elements = new HashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private int states;

    private Law(Collection<BpmnModelInstance> book, Prover.Levels levels, Declarations declared, int bound) {
        this.levels = levels;
        this.declared = declared;
        this.bound = bound;
        this.articles = articles(declared.objectionDays());
        for (var model : book) {
            for (var process : model.getModelElementsByType(Process.class)) {
                collect(process.getDomElement(), elements.computeIfAbsent(process.getId(), id -> new HashMap<>()));
            }
        }
    }

    /** @param objectionDays that the employee has at least */
    static List<Article> articles(int objectionDays) {
        return List.of(
                new TargetsFirst(),
                new RatedByPerson(),
                new ShownBeforeFinal(),
                new ObjectionDays(objectionDays),
                new ObjectionDecided(),
                new DeciderNeverRated(),
                new ChangeReopens(),
                new ConfirmedByPerson(),
                new FollowUpByPerson(),
                new FinalStays(),
                new NothingMissing(),
                new WhoseTask(),
                new Declared());
    }

    /** Soundness and law together. */
    static Prover.Proof prove(Collection<BpmnModelInstance> book, Declarations declared) {
        return prove(book, declared, Prover.BOUND);
    }

    static Prover.Proof prove(Collection<BpmnModelInstance> book, Declarations declared, int bound) {
        var proof = Prover.prove(book, bound);
        var sound = proof.findings().isEmpty();
        var law = new Law(book, proof.levels(), declared, sound ? bound - proof.states() : Math.min(bound, GLANCE));
        law.prove();
        var all = new ArrayList<>(proof.findings());
        law.findings.values().stream()
                .filter(law::isFirst)
                .filter(finding -> sound || finding.rule() != Rule.TOO_LARGE)
                .forEach(all::add);
        return new Prover.Proof(List.copyOf(all), proof.states() + law.states, proof.levels());
    }

    /** A rule that was broken on the way there already is told once. */
    private boolean isFirst(Finding finding) {
        for (var earlier : findings.values()) {
            if (earlier == finding) {
                return true;
            }
            if (earlier.rule() == finding.rule() && finding.path().contains(earlier.element())) {
                return false;
            }
        }
        return true;
    }

    private void prove() {
        var overwritten = overwritten();
        var lasting = new HashSet<String>();
        deeds().map(Deeds::flag)
                .filter(flag -> flag != null && !overwritten.contains(flag))
                .forEach(lasting::add);
        if (!levels.models().containsKey(ProcessModel.EVALUATION.key())) {
            find(Rule.MODEL_MISSING, ProcessModel.EVALUATION.key(), ProcessModel.EVALUATION.key(), List.of());
        }
        var reader = new Part.Reader(levels, elements, new Meaning(declared), lasting);
        for (var started : ProcessModel.values()) {
            if (STARTED.contains(started) && isReadable(started.key(), List.of())) {
                var root = reader.read(started.key(), Variables.ofTheStart(overwritten));
                if (reader.tooMany()) {
                    find(Rule.TOO_LARGE, started.key(), started.key(), List.of());
                } else if (root.doesSomething()) {
                    explore(root, new Course(lasting), started == ProcessModel.EVALUATION);
                }
            }
        }
    }

    private Stream<Deeds> deeds() {
        return Stream.concat(Arrays.stream(Step.values()).map(Step::deeds), declared.delegates().values().stream());
    }

    /** Names that a model writes itself: what they hold is not known. */
    private Set<String> overwritten() {
        var names = new HashSet<String>();
        var flags = deeds().map(Deeds::flag).toList();
        for (var model : elements.values()) {
            for (var element : model.values()) {
                Stream.of("resultVariable", "elementVariable")
                        .map(attribute -> Meaning.camunda(element, attribute))
                        .forEach(names::add);
                for (var out : Meaning.extensions(element, "out")) {
                    if (!flags.contains(out.getAttribute("target")) || !flags.contains(out.getAttribute("source"))) {
                        names.add(out.getAttribute("target"));
                    }
                }
                names.addAll(Meaning.written(element));
            }
        }
        return names;
    }

    private boolean isReadable(String model, List<String> callers) {
        var scope = levels.models().get(model);
        if (scope == null || callers.contains(model)) {
            return false;
        }
        var deeper = new ArrayList<>(callers);
        deeper.add(model);
        return isReadable(scope, deeper);
    }

    private boolean isReadable(Scope scope, List<String> callers) {
        return scope.faults().isEmpty()
                && levels.inner().containsKey(scope)
                && scope.all(Node.EventScope.class).allMatch(event -> isReadable(event.body(), callers))
                && scope.all(Node.Step.class)
                        .allMatch(step -> (step.body() == null || isReadable(step.body(), callers))
                                && (step.called() == null || isReadable(step.called(), callers)));
    }

    /** A state of the lifecycle, and what happened before it. */
    private record Point(Run run, Past past) {}

    private void explore(Part root, Course course, boolean whole) {
        var points = new Points();
        root.starts(Map.of()).forEach(run -> points.add(new Point(run, Past.NOTHING), Points.NONE, List.of()));
        for (var at = 0; at < points.size(); at++) {
            var point = points.get(at);
            for (var change : course.changes(root, point.run(), Map.of())) {
                var past = after(point.past(), change, points, at, whole ? root.model : null);
                if (past != null && change.after() != null) {
                    points.add(new Point(change.after(), past), at, change.shown());
                }
            }
            if (states + points.size() > bound) {
                find(Rule.TOO_LARGE, root.model, root.model, List.of());
                return;
            }
        }
        states += points.size();
    }

    /**
     * What has happened after the change; null when it cannot happen.
     *
     * @param lifecycle the model that is over with the last change, null when the law does not ask how it ends
     */
    private Past after(Past before, Change change, Points points, int at, String lifecycle) {
        var met = new ArrayList<Finding>();
        var past = before;
        for (var act : change.acts()) {
            check(act, past, points, at, change, met);
            past = past.after(act, declared.objectionDays());
            if (past == null) {
                return null;
            }
        }
        if (change.after() == null && lifecycle != null) {
            var path = points.path(at, change.shown());
            check(Act.ended(lifecycle, path.get(path.size() - 1)), past, points, at, change, met);
        }
        met.forEach(finding -> findings.putIfAbsent(key(finding.rule(), finding.model(), finding.element()), finding));
        return past;
    }

    private void check(Act act, Past past, Points points, int at, Change change, List<Finding> met) {
        for (var article : articles) {
            if (!findings.containsKey(key(article.rule(), act.model(), act.element())) && !article.allows(act, past)) {
                var path = points.path(at, change.shown());
                // A task that was begun earlier stands at the end once more: that is where it is done.
                if (path.isEmpty() || !path.get(path.size() - 1).equals(act.element())) {
                    path.add(act.element());
                }
                met.add(new Finding(act.model(), article.rule(), act.element(), List.copyOf(path)));
            }
        }
    }

    private void find(Rule rule, String model, String element, List<String> path) {
        findings.putIfAbsent(key(rule, model, element), new Finding(model, rule, element, path));
    }

    private static String key(Rule rule, String model, String element) {
        return rule + " " + model + " " + element;
    }

    /** Those that were seen, in the order in which they were: breadth first, so that the first way to each is a shortest one. */
    private static final class Points {

        static final int NONE = -1;

        private final Set<Point> seen = new HashSet<>();
        private final List<Point> order = new ArrayList<>();
        private final List<Integer> before = new ArrayList<>();
        private final List<List<String>> shown = new ArrayList<>();

        void add(Point point, int from, List<String> by) {
            if (seen.add(point)) {
                order.add(point);
                before.add(from);
                shown.add(by);
            }
        }

        Point get(int at) {
            return order.get(at);
        }

        int size() {
            return order.size();
        }

        List<String> path(int at, List<String> more) {
            var path = new LinkedList<>(more);
            for (var from = at; from != NONE; from = before.get(from)) {
                path.addAll(0, shown.get(from));
            }
            return path;
        }
    }

    private static void collect(DomElement element, Map<String, DomElement> all) {
        if (element.getAttribute("id") != null) {
            all.put(element.getAttribute("id"), element);
        }
        element.getChildElements().forEach(child -> collect(child, all));
    }
}
