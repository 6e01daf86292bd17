package id.laras;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.laras.engine.HumanStep;
import id.laras.engine.ModelBean;
import id.laras.processes.Models;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.stereotype.Component;

/** Holds models, forms and Java names in step; how a model itself has to look is held by {@code ModelTests}. */
class ProcessModelTests {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{(\\w+)[.}]");

    /** Variables that no model reads because the engine room adds them to the names of tasks. */
    private static final Set<String> NAMES_OF_TASKS = Set.of("employeeName", "unitName");

    private static final JavaClasses LARAS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.laras");

    @Test
    void everyTaskAndProcessHasItsNameInTheBundles() {
        var names = java.util.ResourceBundle.getBundle("messages.engine", java.util.Locale.ROOT);
        for (var model : Models.all()) {
            assertThat(names.getString("engine.name." + model.key()))
                    .isEqualTo(model.process().getName());
            model.all(UserTask.class)
                    .forEach(task -> assertThat(names.getString("engine.name." + task.getId()))
                            .isEqualTo(task.getName()));
            model.all(FlowNode.class)
                    .filter(ProcessModelTests::isAJob)
                    .forEach(step -> assertThat(names.getString("engine.name." + step.getId()))
                            .isEqualTo(step.getName()));
        }
    }

    /** It can fail, and then stands by its name among the incidents. */
    private static boolean isAJob(FlowNode step) {
        return !(step instanceof EventBasedGateway) && (step.isCamundaAsyncBefore() || step.isCamundaAsyncAfter())
                || step.getChildElementsByType(TimerEventDefinition.class).size() > 0;
    }

    @Test
    void everyHumanStepOfAModelHasItsFormAndNoFormIsLeftOver() {
        var named = Models.all().stream()
                .flatMap(model -> model.all(UserTask.class))
                .map(task -> Models.kebab(Models.afterPrefix(task.getId())) + ".html")
                .toList();
        assertThat(named).doesNotHaveDuplicates();
        assertThat(filesIn("forms")).containsExactlyInAnyOrderElementsOf(named);
    }

    /** Tasklist does what that script says instead of running it (docs/adr/0069-hosts-tls-and-what-scripts-may.md). */
    @Test
    void allFormsHaveTheSameScript() throws IOException {
        var scripts = new TreeSet<String>();
        for (var form : filesIn("forms")) {
            var text = Files.readString(Path.of("forms", form));
            scripts.add(text.substring(text.indexOf("<script"), text.lastIndexOf("</script>")));
        }
        assertThat(scripts).hasSize(1);
    }

    @Test
    void everyHumanStepOfAModelHasExactlyOneBeanAndTheOtherWayRound() {
        var tasks = Models.all().stream()
                .flatMap(model -> model.all(UserTask.class).map(task -> model.key() + " " + task.getId()))
                .toList();
        var steps = humanSteps().stream()
                .map(HumanStep::step)
                .map(step -> step.process() + " " + step.task())
                .toList();
        assertThat(steps).containsExactlyInAnyOrderElementsOf(tasks);
    }

    @Test
    void theCatalogueHoldsEveryModelAndEveryUserTask() {
        assertThat(ProcessModel.values())
                .extracting(ProcessModel::key)
                .containsExactlyInAnyOrderElementsOf(
                        Models.all().stream().map(Models.Model::key).toList());
        assertThat(Step.values())
                .extracting(step -> step.process() + " " + step.task())
                .containsExactlyInAnyOrderElementsOf(Models.all().stream()
                        .flatMap(model -> model.all(UserTask.class).map(task -> model.key() + " " + task.getId()))
                        .toList());
    }

    @Test
    void everyDelegateNamedByAModelIsABean() {
        for (var model : Models.all()) {
            assertThat(model.all(ServiceTask.class))
                    .allSatisfy(task -> assertThat(bean(task.getCamundaDelegateExpression()))
                            .as("delegate of %s in %s", task.getId(), model)
                            .hasValueSatisfying(type -> assertThat(type.isAssignableTo(JavaDelegate.class))
                                    .isTrue()));
            assertThat(model.all(CamundaExecutionListener.class))
                    .allSatisfy(listener -> assertThat(bean(listener.getCamundaDelegateExpression()))
                            .as("listener in %s", model)
                            .hasValueSatisfying(type -> assertThat(type.isAssignableTo(ExecutionListener.class))
                                    .isTrue()));
            assertThat(model.all(MultiInstanceLoopCharacteristics.class))
                    .allSatisfy(loop -> assertThat(bean(loop.getCamundaCollection()))
                            .as("collection in %s", model)
                            .isPresent());
        }
    }

    @Test
    void everyDelegateIsNamedByAModel() {
        var named = Models.all().stream()
                .flatMap(model -> Stream.concat(
                        model.all(ServiceTask.class).map(ServiceTask::getCamundaDelegateExpression),
                        model.all(CamundaExecutionListener.class)
                                .map(CamundaExecutionListener::getCamundaDelegateExpression)))
                .map(ProcessModelTests::beanName)
                .collect(toSet());
        var delegates = components()
                .filter(type -> type.isAssignableTo(JavaDelegate.class) || type.isAssignableTo(ExecutionListener.class))
                .filter(type -> type.getPackageName().endsWith(".process"))
                .map(ProcessModelTests::beanName)
                .toList();
        assertThat(named).containsAll(delegates);
    }

    @Test
    void everyBeanIsForTheProcessesThatNameItAndNoOthers() {
        var named = new TreeMap<String, Set<String>>();
        for (var model : Models.all()) {
            BEAN.matcher(model.text())
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> components().anyMatch(type -> beanName(type).equals(name)))
                    .forEach(name ->
                            named.computeIfAbsent(name, key -> new TreeSet<>()).add(model.key()));
        }
        var open = new TreeMap<String, Set<String>>();
        components()
                .filter(type -> type.isAnnotatedWith(ModelBean.class))
                .forEach(type -> open.put(
                        beanName(type),
                        new TreeSet<>(
                                Set.of(type.getAnnotationOfType(ModelBean.class).value()))));
        assertThat(open).isEqualTo(named);
    }

    @Test
    void everyPassportNamesAModel() {
        assertThat(passports())
                .isNotEmpty()
                .allSatisfy(passport -> assertThat(Models.find(key(passport)))
                        .as("model of %s", passport.getName())
                        .isPresent());
    }

    @Test
    void everyElementInAPassportStandsInItsModel() {
        for (var passport : passports()) {
            assertThat(Models.find(key(passport)).orElseThrow().ids())
                    .as(passport.getName())
                    .containsAll(constants(passport, "Elements"));
        }
    }

    @Test
    void everyVariableInAPassportIsReadByItsModelOrHandedOn() {
        for (var passport : passports()) {
            var model = Models.find(key(passport)).orElseThrow();
            assertThat(constants(passport, "Variables"))
                    .as(passport.getName())
                    .filteredOn(name -> !NAMES_OF_TASKS.contains(name))
                    .allSatisfy(name -> assertThat(model.text()).containsPattern("\\b" + name + "\\b"));
        }
    }

    @Test
    void everyFlagThatAModelAsksForIsSetByJava() {
        var known = passports().stream()
                .flatMap(passport -> constants(passport, "Variables").stream())
                .collect(toSet());
        for (var model : Models.all()) {
            assertThat(model.all(ConditionExpression.class)
                            .map(condition -> condition.getTextContent().replaceAll("[${}!]", "")))
                    .as("flags of %s", model)
                    .isSubsetOf(known);
        }
    }

    @Test
    void everyMessageInAPassportIsAMessageOfTheModels() {
        var messages = Models.all().stream()
                .flatMap(model -> model.all(Message.class))
                .map(Message::getName)
                .collect(toSet());
        var named = passports().stream()
                .flatMap(passport -> constants(passport, "Messages").stream())
                .collect(toSet());
        assertThat(messages).containsAll(named);
    }

    @Test
    void everyDecisionInAPassportIsATable() {
        var tables = Models.tables().stream()
                .flatMap(table -> table.model().getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .collect(toSet());
        var named = passports().stream()
                .flatMap(passport -> constants(passport, "Decisions").stream())
                .collect(toSet());
        assertThat(tables).containsAll(named);
    }

    static Collection<HumanStep<?>> humanSteps() {
        var steps = new HashSet<HumanStep<?>>();
        // What a step is called does not depend on what it works with: so no context is started for it.
        var makeWithoutArguments = new SpringObjenesis();
        components()
                .filter(type -> type.isAssignableTo(HumanStep.class))
                .map(JavaClass::reflect)
                .forEach(type -> steps.add((HumanStep<?>) makeWithoutArguments.newInstance(type, false)));
        return steps;
    }

    private static Stream<JavaClass> components() {
        return LARAS.stream()
                .filter(type -> !type.isInterface() && !type.isAnnotation())
                .filter(type -> type.isAnnotatedWith(Component.class) || type.isMetaAnnotatedWith(Component.class));
    }

    private static Optional<JavaClass> bean(String expression) {
        var name = beanName(expression);
        return components().filter(type -> beanName(type).equals(name)).findFirst();
    }

    private static String beanName(String expression) {
        var matcher = BEAN.matcher(String.valueOf(expression));
        assertThat(matcher.find()).as("expression %s names a bean", expression).isTrue();
        return matcher.group(1);
    }

    private static String beanName(JavaClass component) {
        var given = AnnotationUtils.getAnnotation(component.reflect(), Component.class);
        return given == null || given.value().isEmpty()
                ? Introspector.decapitalize(component.getSimpleName())
                : given.value();
    }

    /** Classes named after a process that say by {@code KEY} which one. */
    private static List<Class<?>> passports() {
        return LARAS.stream()
                .filter(type -> type.getPackageName().endsWith(".process"))
                .filter(type -> type.getSimpleName().endsWith("Process"))
                .filter(type -> type.tryGetField("KEY").isPresent())
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static String key(Class<?> passport) {
        return constant(field(passport, "KEY"));
    }

    private static Set<String> constants(Class<?> passport, String group) {
        return Arrays.stream(passport.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals(group))
                .flatMap(nested -> constants(nested).stream())
                .collect(toSet());
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ProcessModelTests::constant)
                .toList();
    }

    private static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static String constant(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> filesIn(String folder) {
        return Arrays.stream(Path.of(folder).toFile().list()).toList();
    }
}
