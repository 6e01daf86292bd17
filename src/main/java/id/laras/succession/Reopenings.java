package id.laras.succession;

import id.laras.cycle.Cycle;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.cycle.UnitMeetings;
import id.laras.opening.Candidate;
import id.laras.opening.OpeningService;
import id.laras.people.Employees;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An evaluation was cancelled, perhaps by mistake: HR opens a new one for the person beside it. */
@Service
@Transactional
public class Reopenings {

    private final HrDecisions decisions;
    private final Evaluations evaluations;
    private final Employees employees;
    private final OpeningService opening;
    private final UnitMeetings meetings;
    private final Deeds deeds;

    Reopenings(
            HrDecisions decisions,
            Evaluations evaluations,
            Employees employees,
            OpeningService opening,
            UnitMeetings meetings,
            Deeds deeds) {
        this.decisions = decisions;
        this.evaluations = evaluations;
        this.employees = employees;
        this.opening = opening;
        this.meetings = meetings;
        this.deeds = deeds;
    }

    /**
     * Opens a new evaluation from the beginning, with the unit and the superiors of today. The cancelled one stays as it is.
     *
     * @return the new one
     * @throws Refusal as {@link HandOvers#choose}; also when it is not cancelled, the person has one that stands, the unit's
     *     meeting has decided, nobody could be the assessor, the actor would come to assess, or the person does not serve any more or yet
     */
    public EvaluationId reopen(EvaluationId id, String reason, Actor actor) {
        var cancelled = decisions.about(id, actor);
        var why = HrDecisions.reason(reason);
        if (cancelled.stage() != Stage.CANCELLED) {
            throw new Refusal("cycle.reopen.running");
        }
        var cycle = cancelled.cycle();
        if (evaluations.existsByCycleIdAndEmployeeNipAndStandingTrue(cycle.id(), cancelled.employeeNip())) {
            throw new Refusal("cycle.reopen.twice");
        }
        var candidate = opening.candidate(
                cycle, employees.findById(cancelled.employeeNip()).orElseThrow(() -> new Refusal("cycle.skip.LEFT")));
        decisions.mustReach(candidate.employee().unitCode(), actor);
        if (decisions.oneself(actor).stream().anyMatch(account -> candidate.promotes(account, cancelled))) {
            throw new Refusal("cycle.handOver.toOneself");
        }
        if (meetings.isDecided(cycle.id(), candidate.employee().unitCode())) {
            throw new Refusal("cycle.reopen.decided", candidate.unitName());
        }
        var opened = open(cycle, candidate);
        var deed = new Reopened(cancelled.employeeName(), cycle.name(), why);
        deeds.record(actor.account(), TrailEvent.REOPENED, id.value(), deed);
        deeds.record(actor.account(), TrailEvent.REOPENED, opened.value(), deed);
        return opened;
    }

    /** What the trail keeps of it, for both evaluations. */
    record Reopened(String employeeName, String cycleName, String reason) {}

    /** Two at the same moment: the database lets one of them through. */
    private EvaluationId open(Cycle cycle, Candidate candidate) {
        try {
            var opened = opening.openAnew(cycle, candidate);
            evaluations.flush();
            return opened.id();
        } catch (DataIntegrityViolationException twice) {
            throw new Refusal("cycle.reopen.twice");
        }
    }
}
