package id.laras.evidence.web;

import id.laras.cycle.EvaluationId;
import id.laras.evidence.FileService;
import id.laras.evidence.UploadedFile;
import id.laras.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Uploads and hands out the files that prove something. */
@RestController
class FileApiController {

    private final FileService files;
    private final CurrentActor actor;

    FileApiController(FileService files, CurrentActor actor) {
        this.files = files;
        this.actor = actor;
    }

    @Operation(operationId = "uploadFile", summary = "Adds a file as evidence to an evaluation, at most 5 MB")
    @PostMapping(path = "/api/evaluations/{evaluationId}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    UploadedFile upload(@PathVariable String evaluationId, @RequestParam("file") MultipartFile file)
            throws IOException {
        // No more than tells that it is too large: the server takes apart what imports need, and anybody may send it
        // here.
        byte[] content;
        try (var stream = file.getInputStream()) {
            content = stream.readNBytes(FileService.LARGEST + 1);
        }
        return files.store(actor.get(), EvaluationId.of(evaluationId), file.getOriginalFilename(), content)
                .orElseThrow(FileApiController::notFound);
    }

    /** Always as a download that no browser interprets: who reads it must not run what somebody else wrote. */
    @Operation(operationId = "downloadFile", summary = "A file as it was uploaded")
    @ApiResponse(
            responseCode = "200",
            description = "Always as a download",
            content = @Content(mediaType = "application/octet-stream"))
    @GetMapping("/api/files/{fileId}")
    ResponseEntity<byte[]> download(@PathVariable String fileId) {
        var file = files.find(actor.get(), fileId).orElseThrow(FileApiController::notFound);
        var disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.content());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
