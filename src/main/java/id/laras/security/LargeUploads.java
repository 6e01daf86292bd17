package id.laras.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A room's own words for an upload that is so large that the server will not take it apart. Asked for known people only. */
public interface LargeUploads {

    boolean isTooLarge(HttpServletRequest request);

    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
