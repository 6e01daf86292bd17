package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** A login whose entry in the log of logins cannot be written does not stand. */
class LetInTests {

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void behindAContextPathTheWayLeadsToTheStartPageThere() throws Exception {
        var request = new MockHttpServletRequest();
        request.setContextPath("/laras");
        var response = new MockHttpServletResponse();
        new LetIn(new NullRequestCache(), (asked, answer, account) -> {})
                .onAuthenticationSuccess(request, response, new TestingAuthenticationToken("staf", null));
        assertThat(response.getRedirectedUrl()).isEqualTo("/laras/");
    }

    @Test
    void aLoginThatCannotBeWrittenDownLeavesNoSession() {
        var request = new MockHttpServletRequest();
        var session = new MockHttpSession();
        request.setSession(session);
        var login = new TestingAuthenticationToken("staf", null);
        SecurityContextHolder.getContext().setAuthentication(login);
        var response = new MockHttpServletResponse();
        var door = new LetIn(new NullRequestCache(), (asked, answer, account) -> {
            throw new DataAccessResourceFailureException("The table of logins is full");
        });

        assertThatThrownBy(() -> door.onAuthenticationSuccess(request, response, login))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        assertThat(response.getRedirectedUrl()).isNull();
    }
}
