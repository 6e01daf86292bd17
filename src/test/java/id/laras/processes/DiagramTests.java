package id.laras.processes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.processes.Models.Model;
import id.laras.processes.Models.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HR redesigns the diagrams: they must be complete and readable, from left to right and without crossing lines. */
class DiagramTests {

    /** Pixels of a letter, about, and of a line in Modeler's labels. */
    private static final double LETTER = 4.7;

    private static final double LINE = 14;

    /** A rectangle in pixels. */
    private record Box(double left, double top, double right, double bottom) {

        static Box of(Bounds bounds) {
            return new Box(
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getX() + bounds.getWidth(),
                    bounds.getY() + bounds.getHeight());
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean contains(Box other) {
            return left < other.left && other.right < right && top < other.top && other.bottom < bottom;
        }
    }

    /** One straight piece of a sequence flow. */
    private record Segment(String flow, double x1, double y1, double x2, double y2) {

        boolean isHorizontal() {
            return y1 == y2;
        }

        boolean crosses(Segment other) {
            if (isHorizontal() == other.isHorizontal()) {
                return false;
            }
            var across = isHorizontal() ? this : other;
            var down = isHorizontal() ? other : this;
            return isBetween(down.x1, across.x1, across.x2) && isBetween(across.y1, down.y1, down.y2);
        }

        boolean liesOn(Segment other) {
            if (isHorizontal() != other.isHorizontal()) {
                return false;
            }
            return isHorizontal()
                    ? y1 == other.y1 && overlap(x1, x2, other.x1, other.x2)
                    : x1 == other.x1 && overlap(y1, y2, other.y1, other.y2);
        }

        private static boolean overlap(double a1, double a2, double b1, double b2) {
            return Math.max(Math.min(a1, a2), Math.min(b1, b2)) < Math.min(Math.max(a1, a2), Math.max(b1, b2));
        }

        boolean runsThrough(Box box) {
            var thin = new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
            return box.left < thin.right && thin.left < box.right && box.top < thin.bottom && thin.top < box.bottom
                    || isHorizontal()
                            && isBetween(y1, box.top, box.bottom)
                            && thin.left < box.right
                            && box.left < thin.right
                    || !isHorizontal()
                            && isBetween(x1, box.left, box.right)
                            && thin.top < box.bottom
                            && box.top < thin.bottom;
        }

        private static boolean isBetween(double value, double one, double other) {
            return Math.min(one, other) < value && value < Math.max(one, other);
        }
    }

    static List<Model> models() {
        return Models.all();
    }

    static List<Table> tables() {
        return Models.tables();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsDrawnOnce(Model model) {
        assertThat(model.all(BpmnShape.class)
                        .map(shape -> shape.getBpmnElement().getId()))
                .containsExactlyInAnyOrderElementsOf(
                        model.all(FlowNode.class).map(FlowNode::getId).toList());
        assertThat(model.all(BpmnEdge.class).map(edge -> edge.getBpmnElement().getId()))
                .containsExactlyInAnyOrderElementsOf(
                        model.all(SequenceFlow.class).map(SequenceFlow::getId).toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFlowLeadsRightUnlessItGoesBack(Model model) {
        var boxes = boxes(model);
        assertThat(model.all(SequenceFlow.class)
                        .filter(flow -> boxes.get(flow.getTarget()).left < boxes.get(flow.getSource()).left)
                        .map(SequenceFlow::getId))
                .isSubsetOf(
                        "Flow_TargetsApprovedNo",
                        "Flow_RevisionApprovedNo",
                        "Flow_FeedbackGiven",
                        "Flow_ErasureDoneNo");
    }

    @ParameterizedTest
    @MethodSource("models")
    void linesAreHorizontalOrVerticalAndNeverCross(Model model) {
        var segments = segments(model);
        assertThat(segments)
                .allSatisfy(segment -> assertThat(segment.x1 == segment.x2 || segment.y1 == segment.y2)
                        .as("%s is straight", segment)
                        .isTrue());
        for (var one : segments) {
            assertThat(segments)
                    .filteredOn(one::crosses)
                    .as("lines crossed by %s", one)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTwoLinesShareAStretch(Model model) {
        var segments = segments(model);
        for (var one : segments) {
            assertThat(segments)
                    .filteredOn(other -> !other.flow.equals(one.flow))
                    .filteredOn(one::liesOn)
                    .as("lines under %s", one)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noLineRunsThroughAnElement(Model model) {
        var boxes = boxes(model);
        var ends = model.all(SequenceFlow.class)
                .collect(toMap(SequenceFlow::getId, flow -> List.of(flow.getSource(), flow.getTarget())));
        for (var segment : segments(model)) {
            assertThat(boxes.entrySet())
                    .filteredOn(entry -> !(entry.getKey() instanceof SubProcess))
                    // The slanted side of a diamond, where a line may begin or end, lies within its box.
                    .filteredOn(entry -> !(entry.getKey() instanceof Gateway
                            && ends.get(segment.flow).contains(entry.getKey())))
                    .filteredOn(entry -> segment.runsThrough(entry.getValue()))
                    .as("elements under %s", segment)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void elementsDoNotOverlapAndSubProcessesHoldWhatIsInThem(Model model) {
        var boxes = boxes(model);
        boxes.forEach((one, box) -> {
            if (one.getParentElement() instanceof SubProcess around && !(one instanceof BoundaryEvent)) {
                assertThat(boxes.get(around).contains(box))
                        .as("%s lies in %s", one.getId(), around.getId())
                        .isTrue();
            }
            assertThat(boxes.keySet())
                    .filteredOn(other -> other != one && other.getParentElement() == one.getParentElement())
                    .filteredOn(other -> !(other instanceof BoundaryEvent) && !(one instanceof BoundaryEvent))
                    .filteredOn(other -> box.overlaps(boxes.get(other)))
                    .as("elements over %s", one.getId())
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void boundaryEventsSitOnTheBorder(Model model) {
        var boxes = boxes(model);
        assertThat(model.all(BoundaryEvent.class)).allSatisfy(event -> {
            var box = boxes.get(event);
            var host = boxes.get(event.getAttachedTo());
            assertThat((box.top + box.bottom) / 2).isEqualTo(host.bottom);
            assertThat(box.left).isGreaterThan(host.left);
            assertThat(box.right).isLessThan(host.right);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void labelsAreLegible(Model model) {
        var labels = model.all(BpmnLabel.class)
                .map(label -> Box.of(label.getBounds()))
                .toList();
        var boxes = boxes(model);
        for (var label : labels) {
            assertThat(labels)
                    .filteredOn(other -> other != label && other.overlaps(label))
                    .isEmpty();
            assertThat(boxes.entrySet())
                    .filteredOn(entry -> !(entry.getKey() instanceof SubProcess))
                    .filteredOn(entry -> entry.getValue().overlaps(label))
                    .as("elements under the label %s", label)
                    .isEmpty();
            assertThat(segments(model))
                    .filteredOn(line -> line.runsThrough(label))
                    .as("%s", label)
                    .isEmpty();
        }
    }

    /** Modeler wraps a label to its width; what has no room runs over its neighbour, and a narrow one breaks within a word. */
    @ParameterizedTest
    @MethodSource("models")
    void labelsHaveRoomForTheirWords(Model model) {
        assertThat(model.all(BpmnLabel.class)).allSatisfy(label -> {
            var name = named(label).getName();
            var lines = 1;
            var line = "";
            for (var word : name.split(" ")) {
                assertThat(width(word))
                        .as(name)
                        .isLessThanOrEqualTo(label.getBounds().getWidth());
                var longer = line.isEmpty() ? word : line + " " + word;
                if (width(longer) > label.getBounds().getWidth()) {
                    lines++;
                    line = word;
                } else {
                    line = longer;
                }
            }
            assertThat(lines * LINE)
                    .as(name)
                    .isLessThanOrEqualTo(label.getBounds().getHeight());
        });
    }

    private static double width(String text) {
        return text.length() * LETTER + 4;
    }

    private static FlowElement named(BpmnLabel label) {
        return label.getParentElement() instanceof BpmnShape shape
                ? (FlowElement) shape.getBpmnElement()
                : (FlowElement) ((BpmnEdge) label.getParentElement()).getBpmnElement();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableIsDrawn(Table table) {
        assertThat(table.model().getModelElementsByType(Decision.class))
                .allSatisfy(
                        decision -> assertThat(table.text()).contains("dmnElementRef=\"" + decision.getId() + "\""));
    }

    private static Map<FlowNode, Box> boxes(Model model) {
        return model.all(BpmnShape.class)
                .collect(toMap(shape -> (FlowNode) shape.getBpmnElement(), shape -> Box.of(shape.getBounds())));
    }

    private static List<Segment> segments(Model model) {
        var segments = new ArrayList<Segment>();
        model.all(BpmnEdge.class).forEach(edge -> {
            var points = new ArrayList<Waypoint>(edge.getWaypoints());
            var flow = ((FlowElement) edge.getBpmnElement()).getId();
            for (var i = 1; i < points.size(); i++) {
                var from = points.get(i - 1);
                var to = points.get(i);
                segments.add(new Segment(flow, from.getX(), from.getY(), to.getX(), to.getY()));
            }
        });
        return segments;
    }
}
