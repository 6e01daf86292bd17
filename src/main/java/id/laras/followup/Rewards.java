package id.laras.followup;

import org.springframework.data.jpa.repository.JpaRepository;

/** All nominations for a reward. */
interface Rewards extends JpaRepository<Reward, String> {}
