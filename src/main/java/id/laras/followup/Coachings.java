package id.laras.followup;

import org.springframework.data.jpa.repository.JpaRepository;

/** All planned coachings. */
interface Coachings extends JpaRepository<PlannedCoaching, String> {}
