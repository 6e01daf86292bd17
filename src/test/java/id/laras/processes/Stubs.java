package id.laras.processes;

import id.laras.objection.process.ObjectionDeciders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.test.mock.Mocks;

/** Stand-ins for every bean that a model names: they note that they were called and do what the test tells them. */
final class Stubs {

    private final Map<String, JavaDelegate> behaviour = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private List<String> respondents = List.of();

    void register() {
        for (var name : Models.delegates()) {
            JavaDelegate delegate = execution -> {
                calls.add(name);
                behaviour.getOrDefault(name, nothing -> {}).execute(execution);
            };
            Mocks.register(name, delegate);
        }
        for (var name : Models.listeners()) {
            ExecutionListener listener = execution -> calls.add(name);
            Mocks.register(name, listener);
        }
        ExecutionListener stage = execution -> stages.add(execution.getCurrentActivityId());
        Mocks.register("enterStageListener", stage);
        Mocks.register("objectionDeciders", new ObjectionDeciders());
        Mocks.register("unitHr", new HrOfUnit());
        Mocks.register("feedbackRespondents", new Respondents());
        does(
                "inviteColleaguesDelegate",
                execution -> execution.setVariable("colleaguesInvited", !respondents.isEmpty()));
        does("planCheckInDelegate", execution -> execution.setVariable("checkInPlanned", false));
        does("joinCalibrationDelegate", execution -> execution.setVariable("calibrationAwaited", false));
        does("applyCalibrationDelegate", execution -> execution.setVariable("predicateChanged", false));
    }

    void does(String delegate, JavaDelegate what) {
        behaviour.put(delegate, what);
    }

    void invites(String... accounts) {
        respondents = List.of(accounts);
    }

    /** Names of the delegates called so far, in order. */
    List<String> calls() {
        return calls;
    }

    /** Activities at which the evaluation entered a stage, in order. */
    List<String> stages() {
        return stages;
    }

    /** Every process is at home in the unit U1. */
    public static final class HrOfUnit {
        public String group(DelegateExecution execution) {
            return "sdm-unit-U1";
        }
    }

    /** Public with public methods, because the expression language looks it up by reflection. */
    public final class Respondents {
        public List<String> invitations(DelegateExecution execution) {
            return respondents;
        }

        public String account(String invitation) {
            return invitation;
        }
    }
}
