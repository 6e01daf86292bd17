package id.laras;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/** Whoever sends a form by MockMvc has agreed to it, as in a browser with scripts. */
@Component
class AgreedForms implements MockMvcBuilderCustomizer {

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.defaultRequest(get("/").with(request -> {
            if ("POST".equals(request.getMethod())) {
                request.addParameter("_agreed", "yes");
            }
            return request;
        }));
    }
}
