package id.laras.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.util.UrlPathHelper;

/** What Camunda Modeler asks of the engine's API, and how it is told from a browser that another site makes ask. */
public final class ModellingTool {

    public static final String DEPLOY = "/engine-rest/deployment/create";
    public static final String VERSION = "/engine-rest/version";

    private static final Set<String> PATHS = Set.of(VERSION, "/engine-rest/deployment", DEPLOY);

    /**
     * The tool is a browser of its own whose page lies on the disk, and says so; browsers call such pages, as every
     * sandboxed one, {@code null}. No site can name this origin; all the same it is let in only to what the tool asks.
     */
    private static final String ORIGIN = "file://";

    private ModellingTool() {}

    static boolean isOfAnotherSite(HttpServletRequest request) {
        var ofTheTool = ORIGIN.equals(request.getHeader(HttpHeaders.ORIGIN))
                && PATHS.contains(new UrlPathHelper().getPathWithinApplication(request));
        return CorsUtils.isCorsRequest(request) && !ofTheTool;
    }
}
