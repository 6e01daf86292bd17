package id.laras.engine;

import id.laras.rules.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses commands of the engine to everybody, the application included. It stands where all ways in have become one: both
 * REST roots, every spelling of a path, plugins, expressions and Java. Comments have one way past it, {@link TaskComments},
 * which runs the engine's commands itself.
 */
final class ClosedCommands extends CommandInterceptor {

    /** By the command: what is said to whoever tries it. A test holds the list to the commands in the engine's jar. */
    static final Map<Class<?>, String> CLOSED = closed();

    private static Map<Class<?>, String> closed() {
        var closed = new HashMap<Class<?>, String>();
        List.of(
                        CreateAttachmentCmd.class,
                        SaveAttachmentCmd.class,
                        GetAttachmentCmd.class,
                        GetAttachmentContentCmd.class,
                        GetTaskAttachmentCmd.class,
                        GetTaskAttachmentContentCmd.class,
                        GetTaskAttachmentsCmd.class,
                        GetProcessInstanceAttachmentsCmd.class,
                        DeleteAttachmentCmd.class)
                .forEach(command -> closed.put(command, "engine.attachment.closed"));
        List.of(
                        AddCommentCmd.class,
                        UpdateCommentCmd.class,
                        DeleteTaskCommentCmd.class,
                        DeleteProcessInstanceCommentCmd.class,
                        GetTaskCommentCmd.class,
                        GetTaskCommentsCmd.class,
                        GetProcessInstanceCommentsCmd.class,
                        GetTaskEventsCmd.class)
                .forEach(command -> closed.put(command, "engine.comment.closed"));
        return Map.copyOf(closed);
    }

    private final Submissions submissions;

    ClosedCommands(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var sentence = CLOSED.get(command.getClass());
        return sentence == null
                ? next.execute(command)
                : submissions.speaking(() -> {
                    throw new Refusal(sentence);
                });
    }
}
