package org.linli.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whole cases for those who follow their log: what was reported, and all that happened since. */
@Component
public class CaseCourses {

    private final CaseStore store;
    private final CaseEventStore events;

    CaseCourses(CaseStore store, CaseEventStore events) {
        this.store = store;
        this.events = events;
    }

    /** A case and its history. Who may know of it is for the caller to know. */
    public record CourseOfCase(CaseFile file, List<CaseEvent> events) {

        public CourseOfCase {
            events = List.copyOf(events);
        }
    }

    public Optional<CourseOfCase> find(CaseKey key) {
        return store.find(key).map(file -> new CourseOfCase(file, events.history(key)));
    }

    /** Those of these that there are. */
    public Map<CaseKey, CourseOfCase> find(Collection<CaseKey> keys) {
        var histories = events.histories(keys);
        return store.find(keys).stream()
                .collect(
                        Collectors.toMap(
                                CaseFile::key,
                                file ->
                                        new CourseOfCase(
                                                file,
                                                histories.getOrDefault(file.key(), List.of()))));
    }

    /** The case with a number, as it stands. */
    public Optional<CaseFile> find(String caseNo) {
        return store.find(caseNo);
    }
}
