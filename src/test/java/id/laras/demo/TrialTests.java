package id.laras.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.laras.cycle.Stage;
import id.laras.steps.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the bar of the demonstration says and chooses. */
class TrialTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void theNextDayIsTheEarliestAfterTodayByWhatMostOfItIs() {
        var next = NextDay.after(
                TODAY,
                List.of(
                        new NextDay.Timer("CheckIn", TODAY.plusDays(9)),
                        new NextDay.Timer("Silence", TODAY.plusDays(3)),
                        new NextDay.Timer("Opens", TODAY.plusDays(3)),
                        new NextDay.Timer("Opens", TODAY.plusDays(3)),
                        new NextDay.Timer("Running", TODAY)));

        assertThat(next).contains(new NextDay(TODAY.plusDays(3), "Opens", true));
    }

    @Test
    void whereEverythingWaitsForPeopleThereIsNoNextDay() {
        assertThat(NextDay.after(TODAY, List.of(new NextDay.Timer("Running", TODAY))))
                .isEmpty();
    }

    @Test
    void theBarTellsFailuresFirstThenTimersThenNewTasks() {
        var told = Meanwhile.told(Map.of("BoundaryTimer_SilenceAccepts", 3L), 2, 1);

        assertThat(told.stream().map(one -> messages().getMessage(one, Locale.ROOT)))
                .containsExactly(
                        "Langkah yang gagal: 1. SDM melihatnya di Gangguan.",
                        "Batas waktu keberatan lewat: hasil 3 orang dianggap diterima.",
                        "Tugas baru: 2.");
    }

    @Test
    void whereNothingHappenedTheBarSaysSo() {
        assertThat(Meanwhile.told(Map.of(), 0, 0).stream().map(one -> messages().getMessage(one, Locale.ENGLISH)))
                .containsExactly("Nothing happened by itself.");
    }

    /** A new timer of a model without its sentence would be told by its key. */
    @Test
    void everyTimerOfTheModelsHasItsNameAndItsSentence() throws IOException {
        var timer = Pattern.compile("id=\"((?:BoundaryTimer|TimerCatch)_\\w+)\"");
        try (var models = Files.walk(Path.of("processes"))) {
            var timers = models.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file -> timer.matcher(read(file)).results().map(found -> found.group(1)))
                    .toList();
            assertThat(timers)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(id -> Stream.of("engine.name.", "demo.happened.")
                            .forEach(key -> assertThat(messages().getMessage(key + id, null, "", Locale.ROOT))
                                    .as(key + id)
                                    .isNotEmpty()));
        }
    }

    @Test
    void whoeverIsAwaitedHasOneLineFirstThoseOfWhatIsLookedAt() {
        var open = List.of(
                open("kabid", "Toni", "a"),
                open("staf", "Budi", "b"),
                open("rekan", "Andi", "c"),
                open("kabid", "Budi", "b"));

        assertThat(Awaited.choose(open, "staf", Set.of("b")).stream()
                        .map(one -> one.first().account() + " " + one.first().about() + " " + one.count()))
                .containsExactly("kabid b 2", "rekan c 1");
    }

    @Test
    void theRestStopsBeforeTheChosenStage() {
        assertThat(Others.isBefore(open(Step.RATE_EMPLOYEE, false), Stage.OBJECTION))
                .isTrue();
        assertThat(Others.isBefore(open(Step.REVIEW_RESULT, false), Stage.OBJECTION))
                .isFalse();
        assertThat(Arrays.stream(Step.values())).allMatch(step -> Others.isBefore(open(step, false), Stage.CLOSED));
        assertThat(Others.stages())
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotContain(Stage.CANCELLED);
    }

    @Test
    void whatTheMeetingMovedIsNoLongerBeforeCalibration() {
        assertThat(Others.isBefore(open(Step.REVIEW_RESULT, false), Stage.CALIBRATION))
                .isTrue();
        assertThat(Others.isBefore(open(Step.REVIEW_RESULT, true), Stage.CALIBRATION))
                .isFalse();
        assertThat(Others.isBefore(open(Step.REVIEW_RESULT, true), Stage.CONFIRMATION))
                .isTrue();
    }

    @Test
    void whoseOneTaskIsIsAskedForOne() {
        var query = mock(TaskQuery.class, RETURNS_SELF);
        var tasks = mock(TaskService.class);
        when(tasks.createTaskQuery()).thenReturn(query);

        assertThat(new OpenTasks(tasks, mock(), mock()).find("over")).isEmpty();
        verify(query).taskId("over");
    }

    @Test
    void anUntakenTaskIsACandidatesAndThenHrs() {
        assertThat(OpenTasks.candidate(
                        List.of(candidate(null, "sdm"), candidate("toni", null), candidate("budi", null))))
                .contains("budi");
        assertThat(OpenTasks.candidate(List.of(candidate(null, "tim-kinerja"), candidate(null, "sdm"))))
                .contains(Walker.HR);
        assertThat(OpenTasks.candidate(List.of(candidate(null, "tim-kinerja")))).isEmpty();
    }

    /** The day is kept before what is due on it runs: a start after a power cut finds nothing in the future. */
    @Test
    void eachMoveIsKeptBeforeWhatIsDueRuns() {
        var none = mock(JobQuery.class, RETURNS_SELF);
        var engine = mock(ManagementService.class);
        when(engine.createJobQuery()).thenReturn(none);
        var due = mock(DueJobs.class);
        when(due.alone(any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(0).get());
        var demo = new DemoClock(engine, due, mock(), Clock.systemDefaultZone());
        try {
            demo.goTo(demo.today().plusDays(1));
        } finally {
            ClockUtil.reset();
        }

        var order = inOrder(engine, due);
        order.verify(due).run();
        order.verify(engine).setProperty(eq("laras.demo.ahead"), anyString());
        order.verify(due).run();
    }

    private static IdentityLinkEntity candidate(String user, String group) {
        var link = new IdentityLinkEntity();
        link.setType(IdentityLinkType.CANDIDATE);
        if (user != null) {
            link.setUserId(user);
        } else {
            link.setGroupId(group);
        }
        return link;
    }

    private static OpenTasks.Open open(Step step, boolean calibrated) {
        return new OpenTasks.Open(mock(Task.class), step, "staf", "b", calibrated);
    }

    private static OpenTasks.Open open(String account, String about, String evaluation) {
        return new OpenTasks.Open(mock(Task.class, about), Step.RATE_EMPLOYEE, account, evaluation, false);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/demo", "messages/engine");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
