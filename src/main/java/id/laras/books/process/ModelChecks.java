package id.laras.books.process;

import id.laras.books.BookChecks;
import id.laras.books.BookFault;
import id.laras.books.BookRefused;
import id.laras.books.SentFiles;
import id.laras.engine.DeploymentGate;
import id.laras.engine.ForeignCode;
import id.laras.engine.ForeignCode.Kind;
import id.laras.engine.RuleBook;
import id.laras.gate.Declarations;
import id.laras.gate.Gate;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.LoopCardinality;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The gate of rule books: asked before a book is stored, and once more by the engine itself before it deploys one
 * (docs/adr/0130-hr-deploys-whole-books-through-a-gate.md).
 */
@Component
class ModelChecks implements BookChecks, DeploymentGate {

    private static final Logger LOG = LoggerFactory.getLogger(ModelChecks.class);

    private static final String EMBEDDED = "embedded:deployment:";

    private static final Pattern THREE_DIGITS = Pattern.compile("\\d{3}");

    private final ForeignCode code;
    private final Declarations declared;
    private final JdbcClient database;

    ModelChecks(ForeignCode code, Declarations declared, JdbcClient database) {
        this.code = code;
        this.declared = declared;
        this.database = database;
    }

    /** What was read of one book. */
    private record Read(
            Map<String, BpmnModelInstance> models, Map<String, DmnModelInstance> tables, List<BookFault> faults) {}

    @Override
    public void check(String name, Map<String, byte[]> files) {
        var faults = RuleBook.DEPLOYMENT.equals(name) ? faults(files) : beside(files);
        if (!faults.isEmpty()) {
            throw new BookRefused(faults);
        }
    }

    /** A model of ours that stood outside of every book would be the newest of its name, and the next evaluation ran on it. */
    private static List<BookFault> beside(Map<String, byte[]> files) {
        var faults = new ArrayList<BookFault>();
        files.forEach((file, content) -> {
            if (SentFiles.isModel(file)) {
                try {
                    processes(Bpmn.readModelFromStream(new ByteArrayInputStream(content)))
                            .filter(process -> ProcessModel.of(process.getId()).isPresent())
                            .forEach(process -> faults.add(BookFault.ofFile("BESIDE", file, process.getId())));
                } catch (ModelException unreadable) {
                    // the engine says so
                }
            }
        });
        return faults;
    }

    @Override
    public boolean takesShipped() {
        var own = database.sql("select count(*) from rule_book where origin <> 'SHIPPED'")
                .query(Long.class)
                .single();
        if (own > 0) {
            LOG.info("The agency's own rule book holds; the models of this release are not deployed");
        }
        return own == 0;
    }

    @Override
    public List<BookFault> faults(Map<String, byte[]> files) {
        var bounds = SentFiles.tooLarge(files);
        if (!bounds.isEmpty()) {
            return bounds;
        }
        var read = read(files);
        var faults = new ArrayList<>(read.faults());
        faults.addAll(keys(read));
        var whole = faults.isEmpty();
        read.models().forEach((file, model) -> references(file, model, files.keySet(), decisions(read), faults));
        // What is missing or there twice would be told once more, in other words.
        if (whole) {
            faults.addAll(flow(read.models()));
        }
        return List.copyOf(faults);
    }

    @Override
    public List<BookFault> lost(Map<String, byte[]> former, Map<String, byte[]> files) {
        var lost = new TreeSet<>(decisions(tables(former)));
        lost.removeAll(decisions(tables(files)));
        return lost.stream()
                .map(decision -> BookFault.ofFile("TABLE_LOST", null, decision))
                .toList();
    }

    private Read tables(Map<String, byte[]> files) {
        return read(files.entrySet().stream()
                .filter(file -> SentFiles.isTable(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Read read(Map<String, byte[]> files) {
        var models = new TreeMap<String, BpmnModelInstance>();
        var tables = new TreeMap<String, DmnModelInstance>();
        var faults = new ArrayList<BookFault>();
        new TreeMap<>(files).forEach((file, content) -> {
            try {
                if (SentFiles.isModel(file)) {
                    var found = code.inModel(content);
                    var readable = found.stream().allMatch(each -> isOfContent(each.kind()));
                    var model = readable ? Bpmn.readModelFromStream(new ByteArrayInputStream(content)) : null;
                    if (readable) {
                        models.put(file, model);
                    }
                    found.forEach(each -> faults.add(fault(file, model, each)));
                } else if (SentFiles.isTable(file)) {
                    var found = new ArrayList<>(code.inXml(content));
                    if (found.isEmpty()) {
                        var table = Dmn.readModelFromStream(new ByteArrayInputStream(content));
                        tables.put(file, table);
                        found.addAll(code.inTable(table));
                    }
                    found.forEach(each -> faults.add(fault(file, null, each)));
                } else if (SentFiles.isForm(file)) {
                    faults.addAll(FormChecks.faults(file, content));
                }
            } catch (ModelException unreadable) {
                faults.add(BookFault.ofFile(Kind.UNREADABLE.name(), file, reason(unreadable)));
            }
        });
        return new Read(models, tables, faults);
    }

    private static boolean isOfContent(Kind kind) {
        return kind == Kind.CODE || kind == Kind.EXPRESSION || kind == Kind.BEAN;
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static BookFault fault(String file, BpmnModelInstance model, ForeignCode.Found found) {
        return new BookFault(
                found.kind().name(),
                file,
                found.element(),
                name(model, found.element()),
                List.of(),
                List.of(found.what()));
    }

    private static Stream<Process> processes(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream();
    }

    private static Set<String> decisions(Read read) {
        return read.tables().values().stream()
                .flatMap(table -> table.getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .collect(Collectors.toSet());
    }

    /** Each process and each table stands in one file, what the application starts is there, and what is new is called. */
    private static List<BookFault> keys(Read read) {
        var faults = new ArrayList<BookFault>();
        var files = new HashMap<String, String>();
        read.models()
                .forEach((file, model) -> processes(model).forEach(process -> {
                    once("PROCESS_TWICE", process.getId(), file, files, faults);
                    if (!process.isExecutable()) {
                        faults.add(new BookFault(
                                "NOT_EXECUTABLE", file, process.getId(), process.getName(), List.of(), List.of()));
                    }
                }));
        var tables = new HashMap<String, String>();
        read.tables()
                .forEach((file, table) -> table.getModelElementsByType(Decision.class)
                        .forEach(decision -> once("TABLE_TWICE", decision.getId(), file, tables, faults)));
        // A model that cannot be read would be missed as well.
        if (read.faults().stream().allMatch(fault -> read.models().containsKey(fault.file()))) {
            Stream.of(ProcessModel.values())
                    .filter(model -> !files.containsKey(model.key()))
                    .forEach(model -> faults.add(BookFault.ofFile("PROCESS_LOST", null, model.key())));
        }
        var called = read.models().values().stream()
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .collect(Collectors.toCollection(HashSet::new));
        files.forEach((process, file) -> {
            if (ProcessModel.of(process).isEmpty() && !called.contains(process)) {
                faults.add(BookFault.ofFile("NOT_CALLED", file, process));
            }
        });
        return faults;
    }

    private static void once(String rule, String id, String file, Map<String, String> files, List<BookFault> faults) {
        var other = files.putIfAbsent(id, file);
        if (other != null) {
            faults.add(BookFault.ofFile(rule, file, id, other));
        }
    }

    /** What a model names is there, and is taken from its own book: else an evaluation would change while it runs. */
    private static void references(
            String file, BpmnModelInstance model, Set<String> files, Set<String> decisions, List<BookFault> faults) {
        model.getModelElementsByType(CallActivity.class).forEach(call -> {
            if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
                faults.add(of(file, call, "BINDING"));
            }
        });
        model.getModelElementsByType(BusinessRuleTask.class).forEach(task -> {
            var decision = task.getCamundaDecisionRef();
            if (decision != null && !"deployment".equals(task.getCamundaDecisionRefBinding())) {
                faults.add(of(file, task, "BINDING"));
            }
            if (decision != null && !decisions.contains(decision)) {
                faults.add(of(file, task, "TABLE_MISSING", decision));
            }
        });
        model.getModelElementsByType(LoopCardinality.class).forEach(times -> {
            // also within an expression
            if (THREE_DIGITS.matcher(times.getTextContent()).find()) {
                faults.add(of(file, times.getParentElement().getParentElement(), "TOO_OFTEN"));
            }
        });
        model.getModelElementsByType(UserTask.class).forEach(task -> human(file, task, files, faults));
    }

    /** Nobody could answer another one: who does it, what is asked and where the answer goes stands in Java, by process and task. */
    private static void human(String file, UserTask task, Set<String> files, List<BookFault> faults) {
        var step = Step.of(process(task), task.getId());
        if (step.isEmpty()) {
            faults.add(of(file, task, "STEP_UNKNOWN"));
        }
        var key = task.getCamundaFormKey();
        var form = key == null || !key.startsWith(EMBEDDED) ? null : key.substring(EMBEDDED.length());
        if (form == null || !files.contains(form)) {
            faults.add(of(file, task, "FORM_MISSING", key == null ? "–" : key));
        } else if (step.isPresent() && !form.equals(step.get().form())) {
            // Tasklist shows as a page whatever file is named here
            faults.add(of(file, task, "FORM_OTHER", step.get().form()));
        }
    }

    private static String process(ModelElementInstance within) {
        return within instanceof Process process ? process.getId() : process(within.getParentElement());
    }

    private static BookFault of(String file, ModelElementInstance element, String rule, Object... args) {
        return new BookFault(
                rule,
                file,
                element.getAttributeValue("id"),
                element.getAttributeValue("name"),
                List.of(),
                List.of(args));
    }

    private List<BookFault> flow(Map<String, BpmnModelInstance> models) {
        var files = new HashMap<String, String>();
        models.forEach((file, model) -> processes(model).forEach(process -> files.put(process.getId(), file)));
        return Gate.verdict(models.values(), declared).stream()
                .map(fault -> {
                    var file = files.get(fault.model());
                    return new BookFault(
                            fault.rule(),
                            file,
                            fault.element(),
                            name(models.get(file), fault.element()),
                            fault.path().stream()
                                    .map(step -> words(models.values(), step))
                                    .toList(),
                            fault.source() == null ? List.of() : List.of(fault.source()));
                })
                .toList();
    }

    /** What is written on the element; null without a label. */
    private static String name(BpmnModelInstance model, String element) {
        var found = model == null || element == null ? null : model.<ModelElementInstance>getModelElementById(element);
        var name = found == null ? null : found.getAttributeValue("name");
        return name == null || name.isBlank() ? null : name;
    }

    /** A path may lead through models that are called. */
    private static String words(Iterable<BpmnModelInstance> models, String element) {
        for (var model : models) {
            var name = name(model, element);
            if (name != null) {
                return name;
            }
        }
        return element;
    }
}
