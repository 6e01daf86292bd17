package id.laras.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The trail: things are appended and read. It offers nothing else on purpose. */
interface Trail extends Repository<TrailEntry, Long> {

    /** What {@link #numbers} finds and counts. Words are not sought here: what people read of an entry is made of its codes. */
    String FOUND = """
            from TrailEntry e
            where e.subject = :subject
              and (:told = true or e.confidential = false)
              and (:kind is null or e.kind = :kind)
              and case when e.confidential = true then :closing else e.recordedAt end >= :from
              and case when e.confidential = true then :closing else e.recordedAt end < :until
            """;

    TrailEntry save(TrailEntry entry);

    /** Their order. */
    String ORDERED = """
            order by
              case when :newest = true then
                case when e.confidential = true then :closing else e.recordedAt end end desc,
              case when e.confidential = true then :closing else e.recordedAt end,
              case when e.confidential = true then 0 else 1 end,
              case when e.confidential = true then e.what else '' end,
              case when e.confidential = true then e.answer else '' end,
              case when :newest = true then e.id end desc,
              e.id
            """;

    /**
     * The numbers of what happened, by time before number: two servers take their numbers from different blocks. What is confidential
     * stands where its day begins, ordered by what it says: in the order in which it came it would tell of each other.
     *
     * @param closing when everything confidential counts as having come
     * @param told    whether the reader may know already that there is anything confidential
     * @param kind    null for all
     * @param newest  first, instead of the oldest
     */
    @Query(value = "select e.id " + FOUND + ORDERED, countQuery = "select count(e) " + FOUND)
    Page<Long> numbers(
            String subject,
            Instant closing,
            boolean told,
            TrailKind kind,
            Instant from,
            Instant until,
            boolean newest,
            Pageable page);

    List<TrailEntry> findByIdIn(Collection<Long> numbers);

    boolean existsBySubjectAndWhatAndActorAndRecordedAtGreaterThanEqual(
            String subject, String what, String actor, Instant since);

    /** What somebody answered or commented, the newest first. */
    List<TrailEntry> findByActorAndKindInOrderByRecordedAtDescIdDesc(String actor, Collection<TrailKind> kinds);

    /** What one server wrote in one transaction, in its order. */
    Slice<TrailEntry> findBySubjectOrderByIdAsc(String subject, Pageable page);

    /** The newest first; nobody counts them. */
    @Query("""
            select e from TrailEntry e
            where e.subject = :subject and e.recordedAt >= :from and e.recordedAt < :until
            order by e.recordedAt desc, e.id desc
            """)
    Slice<TrailEntry> newest(String subject, Instant from, Instant until, Pageable page);

    /** As {@link #newest}, their numbers. */
    @Query("""
            select e.id from TrailEntry e
            where e.subject = :subject and e.recordedAt >= :from and e.recordedAt < :until
            order by e.recordedAt desc, e.id desc
            """)
    List<Long> newestNumbers(String subject, Instant from, Instant until, Limit most);
}
