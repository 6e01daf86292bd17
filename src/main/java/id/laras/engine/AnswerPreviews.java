package id.laras.engine;

import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.StoodIn;
import id.laras.words.Sentences;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what an answer will come to before it is sent. The answer is taken by the very rules and scored by the very code
 * that will take it, in a transaction that is always rolled back.
 */
@Service
public class AnswerPreviews {

    private final TaskDesk desk;
    private final HumanSteps steps;
    private final StepCompletion completion;
    private final TaskRows rows;
    private final ObjectProvider<StepSubjects> subjects;
    private final StoodIn names;
    private final Sentences sentences;
    private final MessageSource messages;
    private final LostRaces races;
    private final TransactionTemplate transactions;

    AnswerPreviews(
            TaskDesk desk,
            HumanSteps steps,
            StepCompletion completion,
            TaskRows rows,
            ObjectProvider<StepSubjects> subjects,
            StoodIn names,
            Sentences sentences,
            MessageSource messages,
            LostRaces races,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.steps = steps;
        this.completion = completion;
        this.rows = rows;
        this.subjects = subjects;
        this.names = names;
        this.sentences = sentences;
        this.messages = messages;
        this.races = races;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * @param answer JSON, as the task would be completed with
     * @return empty when there is no such task, or the actor is not its assignee
     * @throws Refusal when the answer would be refused, for what it says or because the actor has no right to the task (any
     *     more) or a conflict of interest; or when the actor's task has ended meanwhile
     */
    public Optional<AnswerPreview> preview(String taskId, Actor actor, String answer) {
        return Tries.of(() -> once(taskId, actor, answer), races::isCollision);
    }

    /** The answer itself is tried again, too, where it only met others at the same rows. */
    private Optional<AnswerPreview> once(String taskId, Actor actor, String answer) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            var task = desk.hold(taskId, actor);
            if (task.isEmpty()) {
                rows.ended(taskId, actor.account()).ifPresent(ended -> {
                    throw ended;
                });
            }
            task.ifPresent(held -> completion.mustTake(held.task(), actor.account(), held.ends()));
            return task.flatMap(held -> steps.find(held.process(), held.task().getTaskDefinitionKey())
                    .map(step -> rehearse(step, held.context(), answer)));
        });
    }

    private <A> AnswerPreview rehearse(HumanStep<A> step, StepContext context, String text) {
        var answer = completion.take(step, context, text).answer();
        var outlook = step.outlook(context, answer);
        var language = sentences.language();
        return new AnswerPreview(
                !outlook.consequences().isEmpty(),
                outlook.consequences().stream()
                        .map(consequence -> messages.getMessage(consequence, language))
                        .toList(),
                next(outlook.next(), context.businessKey()));
    }

    private String next(String key, String businessKey) {
        var hr = sentences.of("engine.next.hr");
        var sides = subjects.stream()
                .flatMap(subject -> subject.sides(businessKey).stream())
                .findFirst()
                .orElse(new StepSubjects.Sides("", hr, false, null));
        // HR decides where there is nobody above the assessor.
        var superior = sides.superior() == null ? hr : names.name(sides.superior());
        var assessor =
                sides.assessorLeft() ? sentences.of("engine.next.successor", sides.assessor()) : sides.assessor();
        return sentences.of("engine.next." + key, sides.employee(), assessor, superior);
    }
}
