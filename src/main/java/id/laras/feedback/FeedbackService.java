package id.laras.feedback;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.AccountDirectory;
import id.laras.security.UnitTree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks colleagues, keeps what they say, and tells it without telling who: the employee rated cannot learn who wrote what
 * (docs/law.md#opinions). Authors are not stored with answers, so nothing in here could tell them.
 */
@Service
@Transactional
public class FeedbackService {

    private final FeedbackInvitations invitations;
    private final FeedbackAnswers answers;
    private final EvaluationLookup evaluations;
    private final Employees employees;
    private final ReportingLines lines;
    private final UnitTree tree;
    private final AccountDirectory accounts;
    private final RespondentChoice choice;
    private final FeedbackSettings settings;
    private final Clock clock;

    FeedbackService(
            FeedbackInvitations invitations,
            FeedbackAnswers answers,
            EvaluationLookup evaluations,
            Employees employees,
            ReportingLines lines,
            UnitTree tree,
            AccountDirectory accounts,
            RespondentChoice choice,
            FeedbackSettings settings,
            Clock clock) {
        this.invitations = invitations;
        this.answers = answers;
        this.evaluations = evaluations;
        this.employees = employees;
        this.lines = lines;
        this.tree = tree;
        this.accounts = accounts;
        this.choice = choice;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ids of the invitations, which name nobody; whoever is asked is fixed with the first call. */
    public List<String> invitations(EvaluationId id) {
        invite(id);
        return invitations.findByEvaluationIdOrderByRespondent(id.value()).stream()
                .map(FeedbackInvitation::id)
                .sorted()
                .toList();
    }

    /** Account of whom the invitation asks. */
    public String respondent(String invitation) {
        return invitations.findById(invitation).orElseThrow().respondent();
    }

    /** Accounts of those who are asked; empty before the assessment has started. */
    public List<String> respondents(EvaluationId evaluation) {
        return invitations.findByEvaluationIdOrderByRespondent(evaluation.value()).stream()
                .map(FeedbackInvitation::respondent)
                .toList();
    }

    /** Fixes who is asked, once; asked again, it tells the same people whatever has changed in the organisation. */
    public List<String> invite(EvaluationId id) {
        var fixed = respondents(id);
        if (!fixed.isEmpty()) {
            return fixed;
        }
        var chosen = choose(evaluations.get(id));
        chosen.forEach((account, relation) -> invitations.save(new FeedbackInvitation(id.value(), account, relation)));
        return chosen.keySet().stream().sorted().toList();
    }

    /**
     * Among those who serve today, and can log in, in the unit of the person rated. Peers answer to the same office, whoever holds it: under
     * an acting head the colleagues of that head's own unit are none. A head's unit has the units below it.
     */
    private Map<String, Relation> choose(Evaluation evaluation) {
        var person = employees.findById(evaluation.employeeNip()).orElse(null);
        if (person == null) {
            return Map.of();
        }
        var peers = employees.findByUnitCodeInOrderByNip(List.of(person.unitCode())).stream()
                .filter(other -> Objects.equals(other.superiorNip(), person.superiorNip()))
                .toList();
        var led = tree.withBelow(List.of(person.unitCode()));
        var subordinates = employees.findBySuperiorNipOrderByNip(person.nip()).stream()
                .filter(other -> led.contains(other.unitCode()))
                .toList();
        var never = new HashSet<String>();
        never.add(evaluation.employee());
        never.add(evaluation.assessor());
        never.add(evaluation.superior());
        // A colleague may hold the office above them today, though the evaluation was left with whom it had.
        employees.findAllById(lines.today().superiors(person.nip())).stream()
                .map(Employee::account)
                .forEach(never::add);
        return choice.choose(serving(peers), serving(subordinates), never);
    }

    private List<String> serving(List<Employee> people) {
        var closed = accounts.closed();
        return lines.serving(people, LocalDate.now(clock)).stream()
                .map(Employee::account)
                .filter(account -> account == null || !closed.contains(account))
                .toList();
    }

    /**
     * Asks somebody no longer, because they assess the employee by now, or stand above who does.
     *
     * @return false when they were not asked, or have answered: their answer is one of several without authors, and cannot be found
     */
    public boolean withdraw(EvaluationId evaluation, String respondent) {
        var open = invitations
                .findByEvaluationIdAndRespondent(evaluation.value(), respondent)
                .filter(invitation -> !invitation.isAnswered());
        open.ifPresent(invitations::delete);
        return open.isPresent();
    }

    /** How the respondent stands to the employee. */
    public Relation relation(EvaluationId evaluation, String respondent) {
        return invitation(evaluation, respondent).relation();
    }

    /** On which scale the values are rated. */
    public Scale scale(EvaluationId evaluation) {
        return Scale.of(evaluations.get(evaluation).cycle().scheme());
    }

    /** Answers below which nothing of them is told. */
    public int minimumRespondents() {
        return settings.minimumRespondents();
    }

    /**
     * Keeps an opinion, without its author.
     *
     * @throws Refusal when the respondent rates themselves, was not asked or has answered, the closing day is over, or the
     *     opinion breaks a rule
     */
    public void give(EvaluationId id, String respondent, Opinion opinion) {
        var evaluation = evaluations.get(id);
        if (respondent.equals(evaluation.employee())) {
            throw new Refusal("feedback.self");
        }
        var invitation = invitation(id, respondent);
        if (invitation.isAnswered()) {
            throw new Refusal("feedback.twice");
        }
        // Its timer may be late; an opinion that came after that day would stand out (docs/adr/0083).
        var lastDay = evaluation.schedule().feedbackCloses();
        if (LocalDate.now(clock).isAfter(lastDay)) {
            throw new Refusal("feedback.closed", lastDay);
        }
        var scheme = evaluation.cycle().scheme();
        var problems = new ArrayList<Problem>(ValueRatings.problems(scheme, opinion.behaviour()));
        var comment = Reasons.clean(opinion.comment());
        if (comment != null && comment.length() > Reasons.LONGEST_NOTE) {
            problems.add(new Problem("feedback.comment.long", Reasons.LONGEST_NOTE));
        }
        Refusal.ifAny(problems);
        invitation.answer();
        answers.save(new FeedbackAnswer(id.value(), kept(Scale.of(scheme), opinion.behaviour()), comment));
    }

    private FeedbackInvitation invitation(EvaluationId evaluation, String respondent) {
        return invitations
                .findByEvaluationIdAndRespondent(evaluation.value(), respondent)
                .orElseThrow(() -> new Refusal("feedback.notInvited"));
    }

    /**
     * What was said. Whoever stands above the employee by now and has answered before knows one of the answers. For each of them one more must
     * have answered, else they could tell the others' answers by leaving out their own. Meant for after the feedback has
     * closed: two summaries with one answer between them would tell that answer.
     */
    @Transactional(readOnly = true)
    public FeedbackSummary summary(EvaluationId id) {
        var asked = invitations.findByEvaluationIdOrderByRespondent(id.value());
        var evaluation = evaluations.get(id);
        var above = Stream.of(evaluation.assessor(), evaluation.superior())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var answeredAbove = (int) asked.stream()
                .filter(invitation -> invitation.isAnswered() && above.contains(invitation.respondent()))
                .count();
        var given = answers.findByEvaluationId(id.value()).stream()
                .map(answer -> new Digest.Anonymous(answer.id(), answer.ratings(), answer.remark()))
                .toList();
        return Digest.of(
                asked.size(), settings.minimumRespondents() + answeredAbove, settings.required(), scale(id), given);
    }

    /** Only what the scale asks for is kept. */
    private static List<ValueRating> kept(Scale scale, List<ValueRating> ratings) {
        return ratings.stream()
                .map(rating -> scale == Scale.SCORE
                        ? new ValueRating(rating.value(), null, rating.score(), null)
                        : new ValueRating(rating.value(), rating.rating(), null, null))
                .toList();
    }
}
