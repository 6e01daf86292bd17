package id.laras.dashboard.web;

import id.laras.security.CurrentActor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

/** The places that are open to whoever is logged in. */
@Component
class Navigation {

    private final WebInvocationPrivilegeEvaluator doors;
    private final CurrentActor actor;

    /** @param doors lazily: they ask the pages, and the frame around the pages asks for the menu */
    Navigation(@Lazy WebInvocationPrivilegeEvaluator doors, CurrentActor actor) {
        this.doors = doors;
        this.actor = actor;
    }

    List<Place> menu() {
        return open().filter(Place::inMenu).toList();
    }

    /** Without the sections that have nothing for this person. */
    Map<Place.Section, List<Place>> cards() {
        var cards = new EnumMap<Place.Section, List<Place>>(Place.Section.class);
        for (var section : Place.Section.values()) {
            var places = open().filter(place -> place.section() == section).toList();
            if (!places.isEmpty()) {
                cards.put(section, places);
            }
        }
        return cards;
    }

    private Stream<Place> open() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var roles = actor.get().roles();
        return Arrays.stream(Place.values())
                .filter(place -> place.isFor(roles) && doors.isAllowed(place.path(), login));
    }
}
