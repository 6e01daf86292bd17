package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.laras.LarasTest;
import id.laras.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page is in the menu, a card of the start page, or reached from one that is; and who may open it may get to it. */
@LarasTest
class NavigationTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Autowired
    MockMvc mvc;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    WebInvocationPrivilegeEvaluator doors;

    @Autowired
    MessageSource messages;

    @Test
    void everyPageIsAPlaceOrIsReachedFromOne() throws IOException {
        var pages = pages();
        assertThat(pages).contains("/hr/retention", "/hr/cycles/{id}").doesNotContain("/login", "/account/data");
        assertThat(lost(pages)).isEmpty();
    }

    @Test
    void aPageWithoutAWayIsFound() throws IOException {
        assertThat(lost(Set.of("/hr/nowhere", "/hr/nowhere/{id}", "/hr/people/waiting/{id}", "/hr/cycles/{id}")))
                .containsExactly("/hr/nowhere", "/hr/nowhere/{id}");
    }

    /** What the engine shows is closed by the engine. */
    @ParameterizedTest
    @EnumSource
    void aRoleIsLedWhereItMayGoAndNowhereElse(Role role) throws Exception {
        var start = page("/", role);
        for (var place : Place.values()) {
            if (!place.path().startsWith("/camunda/")) {
                var status = mvc.perform(get(place.path())
                                .with(user("tamu").authorities(login(role).getAuthorities())))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(start.contains("href=\"" + place.path() + "\""))
                        .as("%s leads to %s", role, place)
                        .isEqualTo(status == 200);
            }
        }
        assertThat(start.contains("/cockpit/")).isEqualTo(role == Role.ADMIN);
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceHasItsTexts(Place place) {
        var texts = Stream.of("", ".title", ".help")
                .filter(part -> part.isEmpty() ? place.inMenu() : place.section() != null)
                .map(part -> "dashboard.nav." + place.key() + part);
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(messages.getMessage(key, null, null, Locale.ENGLISH))
                        .isNotNull());
    }

    private Set<String> lost(Set<String> pages) throws IOException {
        var linked = links();
        Set<String> ways = Stream.concat(
                        Arrays.stream(Place.values()).map(Place::path),
                        pages().stream().filter(linked::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        Predicate<String> isReached = page -> ways.contains(page)
                || page.contains("{")
                        && (ways.stream().anyMatch(way -> page.startsWith(way + "/") && leads(way, page))
                                || Arrays.stream(Place.values())
                                        .anyMatch(place -> place.holds(page) && leads(place.path(), page)));
        return pages.stream().filter(isReached.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean leads(String way, String page) {
        return roles(way).containsAll(roles(page));
    }

    private Set<Role> roles(String page) {
        var roles = EnumSet.allOf(Role.class);
        roles.removeIf(role -> !doors.isAllowed(page.replaceAll("[{}]", ""), login(role)));
        return roles;
    }

    private static TestingAuthenticationToken login(Role role) {
        return new TestingAuthenticationToken("tamu", "", role.name());
    }

    private String page(String path, Role role) throws Exception {
        return mvc.perform(get(path).with(user("tamu").authorities(login(role).getAuthorities())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** What a controller draws for who is logged in. */
    private Set<String> pages() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> isPage(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getKey().getPatternValues())
                .flatMap(Collection::stream)
                .filter(path -> !doors.isAllowed(path, null))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPage(RequestMappingInfo mapping, HandlerMethod method) {
        var drawn = method.getMethod().getReturnType();
        return mapping.getMethodsCondition().getMethods().stream()
                        .anyMatch(one -> one.name().equals("GET"))
                && mapping.getParamsCondition().isEmpty()
                && !method.getBeanType().isAnnotationPresent(RestController.class)
                && !method.hasMethodAnnotation(ResponseBody.class)
                && (drawn == String.class || drawn == ModelAndView.class);
    }

    private static Set<String> links() throws IOException {
        var links = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("th:href=\"@\\{(/[^}(\"]*)[}(]")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(link -> links.add(link.group(1)));
            }
        }
        return links;
    }
}
