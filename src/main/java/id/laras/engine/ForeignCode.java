package id.laras.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Finds all that a file brings of code, or reaches for, before it is deployed. The engine's own guards ({@link NoCodeInModels},
 * {@link GuardedExpressions}, {@link NoCodeInTables}) stay behind it: this one tells a person everything at once, and of an
 * expression already what those would refuse only when it runs.
 */
@Component
public class ForeignCode {

    /** The largest model that is shipped has a fifth of it. */
    static final int MOST_ELEMENTS = 5_000;

    private static final int DEEPEST = 60;

    /** What nobody evaluates; what documents a user task is the description of each of its tasks, and is evaluated. */
    private static final Set<String> PROSE = Set.of("documentation", "text");

    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task");

    private final ModelBeans beans;
    private final NoCodeInTables tables = new NoCodeInTables(new TableLanguage());

    ForeignCode(ListableBeanFactory beans) {
        this.beans = new ModelBeans(beans);
    }

    /** What is wrong with a file. */
    public enum Kind {
        /** No XML, or not of the kind that its name says. */
        UNREADABLE,
        /** A document type or an entity. */
        DOCTYPE,
        TOO_MANY,
        /** A script, a class, a connector or another extension that is not known. */
        CODE,
        /** An expression that is more than variables, conditions and what models may ask. */
        EXPRESSION,
        /** A bean that there is not, or that is not for this process. */
        BEAN,
        TABLE_CODE
    }

    /**
     * @param element id of the nearest element that has one, null without any
     * @param what    as it stands in the file
     */
    public record Found(Kind kind, String element, String what) {}

    /** Of a model in BPMN. */
    public List<Found> inModel(byte[] model) {
        var found = new ArrayList<Found>();
        var document = read(model, found);
        if (document != null) {
            visit(document.getDocumentElement(), null, null, found);
        }
        return found;
    }

    /** Whether it is XML without a document type and of a bounded size; of a decision table in DMN. */
    public List<Found> inXml(byte[] table) {
        var found = new ArrayList<Found>();
        read(table, found);
        return found;
    }

    /** Of a decision table that could be read. */
    public List<Found> inTable(DmnModelInstance table) {
        try {
            tables.transformDecisionRequirementsGraph(table.getDefinitions(), null);
            return List.of();
        } catch (FeelException | ProcessEngineException refused) {
            return List.of(new Found(Kind.TABLE_CODE, null, refused.getMessage()));
        }
    }

    private static Document read(byte[] file, List<Found> found) {
        try {
            var parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setXIncludeAware(false);
            parsers.setExpandEntityReferences(false);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = parsers.newDocumentBuilder();
            // else it writes on the console
            parser.setErrorHandler(new DefaultHandler());
            var document = parser.parse(new ByteArrayInputStream(file));
            var bounds = new Bounds();
            if (bounds.exceededBy(document.getDocumentElement(), 1)) {
                found.add(new Found(Kind.TOO_MANY, null, String.valueOf(MOST_ELEMENTS)));
                return null;
            }
            return document;
        } catch (SAXException | IOException unreadable) {
            var doctype = String.valueOf(unreadable.getMessage()).contains("DOCTYPE");
            found.add(new Found(doctype ? Kind.DOCTYPE : Kind.UNREADABLE, null, unreadable.getMessage()));
            return null;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Counts before anything walks the tree without asking how large it is. */
    private static final class Bounds {

        private int elements;

        boolean exceededBy(Element element, int depth) {
            if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
                return true;
            }
            for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element inner && exceededBy(inner, depth + 1)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void visit(Element element, String outerId, String outerProcess, List<Found> found) {
        var ofBpmn = BpmnParser.BPMN20_NS.equals(element.getNamespaceURI());
        var id = ofBpmn && element.hasAttribute("id") ? element.getAttribute("id") : outerId;
        var process = ofBpmn && element.getLocalName().equals("process") ? id : outerProcess;
        var attributes = new ArrayList<NoCodeInModels.Attribute>();
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            var uri = attribute.getNamespaceURI() == null ? "" : attribute.getNamespaceURI();
            if (!uri.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)) {
                attributes.add(new NoCodeInModels.Attribute(uri, attribute.getLocalName()));
                check(attribute.getValue(), attribute.getLocalName().equals("delegateExpression"), process, id, found);
            }
        }
        NoCodeInModels.notAllowed(element.getNamespaceURI(), element.getLocalName(), attributes)
                .forEach(what -> found.add(new Found(Kind.CODE, id, what)));
        // as the engine reads it, whatever stands between its parts
        var words = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(inner, id, process, found);
            } else if (child instanceof Text text) {
                words.append(text.getData());
            }
        }
        if (!isProse(element)) {
            check(words.toString(), false, process, id, found);
        }
    }

    private static boolean isProse(Element element) {
        return PROSE.contains(element.getLocalName())
                && !element.getParentNode().getLocalName().equals("userTask");
    }

    private void check(String text, boolean delegate, String process, String element, List<Found> found) {
        if (!delegate && !text.contains("${") && !text.contains("#{")) {
            return;
        }
        try {
            var tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip());
            for (var identifier : tree.getIdentifierNodes()) {
                var name = identifier.getName();
                if (delegate || beans.contains(name)) {
                    if (!beans.isFor(name, process)) {
                        found.add(new Found(Kind.BEAN, element, name));
                    }
                }
            }
            var isName = text.strip().matches("[$#]\\{\\s*\\w+\\s*}");
            if (!isAllowed(tree.getRoot()) || delegate && !isName) {
                found.add(new Found(Kind.EXPRESSION, element, text.strip()));
            }
        } catch (ELException | StackOverflowError broken) {
            found.add(new Found(Kind.EXPRESSION, element, text.strip()));
        }
    }

    /** A list of what is allowed, over the expression as it is parsed. */
    private boolean isAllowed(Node node) {
        if (node instanceof AstMethod method && !isOpen(method)) {
            return false;
        }
        // A property that is no method's name is asked of the engine's own objects only.
        if (node instanceof AstDot dot && !isGetter(dot)) {
            return false;
        }
        if (node instanceof AstBracket bracket && OF_THE_ENGINE.contains(name(bracket.getChild(0)))) {
            return false;
        }
        if (node instanceof AstFunction function && !GuardedExpressions.FUNCTIONS.contains(function.getName())) {
            return false;
        }
        for (var i = 0; i < node.getCardinality(); i++) {
            var child = node.getChild(i);
            var ofMethod = node instanceof AstMethod && child instanceof AstDot;
            if (child != null && !isAllowed(ofMethod ? child.getChild(0) : child)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOpen(AstMethod method) {
        if (!(method.getChild(0) instanceof AstDot called)) {
            return false;
        }
        var base = name(called.getChild(0));
        var name = property(called);
        if (OF_THE_ENGINE.contains(base)) {
            return ModelReach.answers(base, name);
        }
        return beans.contains(base) ? beans.answers(base, name) : ModelReach.anyAnswers(name);
    }

    private static boolean isGetter(AstDot dot) {
        var base = name(dot.getChild(0));
        return OF_THE_ENGINE.contains(base) && ModelReach.answers(base, "get" + StringUtils.capitalize(property(dot)));
    }

    /** Of a variable or bean; empty for anything else. */
    private static String name(Node node) {
        if (node instanceof AstNested inner) {
            return name(inner.getChild(0));
        }
        return node instanceof AstIdentifier identifier ? identifier.getName() : "";
    }

    /** The tree says it nowhere else. */
    private static String property(AstDot dot) {
        return dot.toString().replaceFirst("^\\.\\s*", "");
    }
}
