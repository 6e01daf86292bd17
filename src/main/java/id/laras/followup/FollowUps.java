package id.laras.followup;

import org.springframework.data.jpa.repository.JpaRepository;

/** All follow-ups. */
interface FollowUps extends JpaRepository<FollowUp, String> {}
