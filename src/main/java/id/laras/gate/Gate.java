package id.laras.gate;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** What other rooms ask of this one: why a whole book of models is refused. */
public final class Gate {

    /**
     * One reason.
     *
     * @param rule    its name; the sentence to it is {@code books.gate.<rule>}
     * @param source  of the law that asks for it, as people cite it; null where a model cannot run to its end
     * @param model   id of the process
     * @param element id of the element at fault
     * @param path    ids of the elements on a shortest way there; empty for what the drawing alone shows
     */
    public record Fault(String rule, String source, String model, String element, List<String> path) {}

    private Gate() {}

    /** @return empty for a book that may be deployed */
    public static List<Fault> verdict(Collection<BpmnModelInstance> book, Declarations declared) {
        var sources = Law.articles(declared.objectionDays()).stream()
                .collect(Collectors.toMap(Article::rule, Article::source));
        return Law.prove(book, declared).findings().stream()
                .map(found -> new Fault(
                        found.rule().name(), sources.get(found.rule()), found.model(), found.element(), found.path()))
                .toList();
    }
}
