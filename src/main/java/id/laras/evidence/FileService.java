package id.laras.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files beside the evaluation that they prove something of, and hands them to those who may read it. */
@Service
@Transactional
public class FileService {

    /** Bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    static final int MOST_FILES = 200;

    private final StoredFiles files;
    private final Evaluations evaluations;
    private final EvaluationReaders readers;
    private final EvaluationRecorder recorder;
    private final ObjectMapper json;
    private final Clock clock;

    FileService(
            StoredFiles files,
            Evaluations evaluations,
            EvaluationReaders readers,
            EvaluationRecorder recorder,
            ObjectMapper json,
            Clock clock) {
        this.files = files;
        this.evaluations = evaluations;
        this.readers = readers;
        this.recorder = recorder;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a file.
     *
     * @return empty when there is no such evaluation, or the actor may not add to it: an outsider cannot tell which
     * @throws Refusal when it is empty, larger than {@link #LARGEST}, or not of a kind that may be uploaded
     */
    public Optional<UploadedFile> store(Actor actor, EvaluationId evaluation, String name, byte[] content) {
        return evaluations
                .findById(evaluation.value())
                .filter(found -> mayAdd(actor, found))
                .map(found -> store(actor, found, FileNames.clean(name), content));
    }

    private UploadedFile store(Actor actor, Evaluation evaluation, String name, byte[] content) {
        if (evaluation.stage().isOver()) {
            throw new Refusal("evidence.file.closed");
        }
        if (content.length == 0) {
            throw new Refusal("evidence.file.empty");
        }
        if (content.length > LARGEST) {
            throw new Refusal("evidence.file.large");
        }
        var kind = FileKind.of(name, content).orElseThrow(() -> new Refusal("evidence.file.kind"));
        if (files.countByEvaluationId(evaluation.id().value()) >= MOST_FILES) {
            throw new Refusal("evidence.file.many", MOST_FILES);
        }
        var file = files.save(
                new StoredFile(evaluation.id().value(), name, kind, content, actor.account(), clock.instant()));
        var details = json.<JsonNode>valueToTree(new Uploaded(file.id(), file.fileName(), kind, content.length));
        recorder.record(evaluation.id(), TrailEvent.FILE_UPLOADED, actor.account(), details.toString());
        return new UploadedFile(file.id(), file.fileName());
    }

    /** What the trail keeps of it. @param bytes how large it is */
    record Uploaded(String fileId, String fileName, FileKind fileKind, int bytes) {}

    private boolean mayAdd(Actor actor, Evaluation evaluation) {
        var account = actor.account();
        return account.equals(evaluation.employee())
                || account.equals(evaluation.assessor())
                || account.equals(evaluation.superior())
                || readers.mayManage(actor, evaluation);
    }

    /**
     * The files of a person's own data: those that they uploaded, and those of their evaluations whose result they were shown.
     *
     * @return ids, the oldest first
     */
    @Transactional(readOnly = true)
    public List<String> own(Actor actor) {
        return files.own(actor.account()).stream()
                .filter(file -> file.uploadedBy().equals(actor.account()) || isShown(file.evaluationId()))
                .map(StoredFiles.Own::id)
                .toList();
    }

    private boolean isShown(String evaluationId) {
        return evaluations
                .findById(evaluationId)
                .filter(found -> found.reached().compareTo(Stage.OBJECTION) >= 0)
                .isPresent();
    }

    /** One of {@link #own}; empty when it is none of them. */
    @Transactional(readOnly = true)
    public Optional<FileContent> ownContent(Actor actor, String fileId) {
        return own(actor).contains(fileId)
                ? files.findById(fileId)
                        .map(file ->
                                new FileContent(file.fileName(), file.kind().mediaType(), file.content()))
                : Optional.empty();
    }

    /**
     * The file, empty when there is none or the actor may not read its evaluation: an outsider cannot tell which. Who has
     * handed the evaluation over reads what was there by then.
     */
    public Optional<FileContent> find(Actor actor, String fileId) {
        return files.findById(fileId)
                .filter(file -> evaluations
                        .findById(file.evaluationId())
                        .flatMap(evaluation -> readers.handedOver(actor, evaluation))
                        .filter(until -> file.uploadedAt().isAfter(until))
                        .isEmpty())
                .filter(file -> readers.read(actor, EvaluationId.of(file.evaluationId()), TrailEvent.FILE_READ, null)
                        .isPresent())
                .map(file -> new FileContent(file.fileName(), file.kind().mediaType(), file.content()));
    }
}
