package id.laras.books.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.books.BookSentences;
import id.laras.books.BookUploads;
import id.laras.books.SentFiles;
import id.laras.security.CurrentActor;
import id.laras.security.ModellingTool;
import id.laras.words.Sentences;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A path that is named whole comes before the engine's {@code /engine-rest/*}; the filters before both are the same. */
@Configuration
class DeploymentDoor {

    @Bean
    ServletRegistrationBean<DeploymentServlet> deployments(
            BookUploads uploads, BookSentences faults, Sentences sentences, CurrentActor actor, ObjectMapper json) {
        var door = new ServletRegistrationBean<>(
                new DeploymentServlet(uploads, faults, sentences, actor, json), ModellingTool.DEPLOY);
        // one MB has been counted before; in memory, so that nothing lies about on a disk
        var largest = SentFiles.LARGEST_FILE;
        door.setMultipartConfig(new MultipartConfigElement("", largest, largest, largest));
        return door;
    }
}
