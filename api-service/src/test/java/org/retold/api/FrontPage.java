package org.retold.api;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Evidence;
import org.retold.contract.Evidence.Fact;
import org.retold.contract.FeedStatus;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Publisher;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/** An invented day of news: a report that seven retold, some smaller ones, and feeds in every state. */
final class FrontPage {

    static final String SHIPYARD = "front-shipyard";
    static final String ORIGINAL = "front-baltic";
    static final String COPY = "front-ostmark";
    static final String TRANSLATION = "front-quai";
    static final String BLOG = "front-tides";

    private static final Instant TOLD = Instant.parse("2026-01-13T06:12:00Z");

    private final Topicful topics;
    private final Instant now;
    private long change = 500_000;

    /** @param now the newest story changed just before */
    FrontPage(Topicful topics, Instant now) {
        this.topics = topics;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    void send() {
        feeds().forEach(topics::send);
        small(
                "front-dredger",
                "Dredging of the lower canal stops after a find of amphorae",
                "AFP",
                3,
                Duration.ofDays(2));
        small("front-levy", "Customs hall weighs a levy on river sand", null, 2, Duration.ofHours(30));
        small(
                "front-orchestra",
                "L’orchestre d’Ostervik jouera sans chef pendant un an",
                "AFP",
                5,
                Duration.ofHours(9));
        small("front-bees", "Beekeepers count a third fewer hives than in spring", "Reuters", 4, Duration.ofHours(3));
        small("front-bridge", "Brücke über die Sund bleibt bis Mai gesperrt", "dpa", 12, Duration.ofMinutes(47));
        small("front-lone", "A lighthouse keeper’s diary is for sale", null, 1, Duration.ofMinutes(30));
        small("front-expired", "A story of long ago", null, 2, Duration.ofDays(90));
        topics.stories.send("front-expired", null, now);
        shipyard();
    }

    /** Other tests count feeds. */
    void withdrawFeeds() {
        feeds().forEach(feed -> topics.feeds.send(feed.id(), null, now));
    }

    /** The report that was retold, with its reasons. */
    private void shipyard() {
        Map<String, Article> told = new LinkedHashMap<>();
        List<Story.Member> members = new ArrayList<>();
        tell(
                told,
                members,
                ORIGINAL,
                "Baltic Wire",
                "Valmare shipyard to be sold for 412 million crowns",
                "en",
                TOLD,
                Precision.MINUTE,
                Relation.ORIGINAL,
                "The shipyard of Valmare will be sold to a consortium led by Oriol Bascard for 412 million crowns, three"
                        + " people with knowledge of the contract told Reuters on Tuesday.",
                "The consortium has promised to keep 1,870 of the 2,300 jobs until 2031, according to a letter to the works"
                        + " council that Reuters has seen. “Nobody will be sent home this winter,” the letter says.",
                "Ingrid Thessaly, who has chaired the works council for eleven years, said that the promise had come too"
                        + " late. “We read about our own yard in the newspapers,” she told two reporters in front of gate 4.",
                "The city holds 26 percent of the yard and must agree. Its council votes on 9 March.");
        tell(
                told,
                members,
                COPY,
                "Ostmark Daily",
                "Shipyard of Valmare sold, Reuters reports",
                "en",
                TOLD.plus(Duration.ofMinutes(38)),
                Precision.MINUTE,
                Relation.COPY,
                "The shipyard of Valmare will be sold to a consortium led by Oriol Bascard for 412 million crowns, three"
                        + " people with knowledge of the contract told Reuters on Tuesday.",
                "The consortium has promised to keep 1,870 of the 2,300 jobs until 2031, according to a letter to the works"
                        + " council that Reuters has seen. “Nobody will be sent home this winter,” the letter says.",
                "The city must agree, too.");
        tell(
                told,
                members,
                TRANSLATION,
                "Le Quai",
                "Le chantier naval de Valmare vendu pour 412 millions de couronnes",
                "fr",
                TOLD.plus(Duration.ofHours(5)),
                Precision.MINUTE,
                Relation.TRANSLATION,
                "Le chantier naval de Valmare sera vendu à un consortium mené par Oriol Bascard pour 412 millions de"
                        + " couronnes, ont indiqué mardi à Reuters trois personnes ayant connaissance du contrat.",
                "Le consortium a promis de conserver 1 870 des 2 300 emplois jusqu’en 2031, selon une lettre au comité"
                        + " d’entreprise que Reuters a pu consulter. « Personne ne sera renvoyé cet hiver », dit la lettre.",
                "Ingrid Thessaly, qui préside le comité depuis onze ans, juge que la promesse vient trop tard. « Nous avons"
                        + " appris dans les journaux ce qui arrive à notre chantier », a-t-elle dit devant la porte 4.");
        tell(
                told,
                members,
                "front-harbour",
                "The Harbour Post",
                "Consortium buys Valmare yard",
                "en",
                TOLD.plus(Duration.ofHours(11)),
                Precision.MINUTE,
                Relation.CONDENSED,
                "A consortium led by Oriol Bascard buys the shipyard of Valmare for 412 million crowns, Reuters reports. It"
                        + " wants to keep 1,870 of the 2,300 jobs.");
        tell(
                told,
                members,
                "front-werft",
                "Werftkurier",
                "Werft von Valmare: Bascard zahlt 412 Millionen Kronen",
                "de",
                TOLD.plus(Duration.ofDays(2)),
                Precision.DAY,
                Relation.EXPANDED,
                "Das Konsortium um Oriol Bascard zahlt 412 Millionen Kronen für die Werft von Valmare. Das berichtet Reuters"
                        + " unter Berufung auf drei Personen, die den Vertrag kennen.",
                "1.870 der 2.300 Arbeitsplätze sollen bis 2031 bleiben. Die Werft baute einst die Fähren der ganzen Küste.");
        tell(
                told,
                members,
                "front-marsa",
                "المرسى",
                "بيع حوض السفن في فالماري مقابل 412 مليون كرونة",
                "ar",
                TOLD.plus(Duration.ofDays(6)),
                Precision.DAY,
                Relation.TRANSLATION,
                "سيباع حوض السفن في فالماري إلى تحالف يقوده أوريول باسكارد مقابل 412 مليون كرونة، حسبما قال ثلاثة أشخاص لرويترز.");
        tell(
                told,
                members,
                BLOG,
                "Tides and Timber",
                "What they did not tell the people of gate 4",
                "en",
                TOLD.plus(Duration.ofDays(35)),
                Precision.DAY,
                Relation.RETELLING,
                "Five weeks ago Reuters learned that Oriol Bascard and his consortium buy the yard of Valmare. The price:"
                        + " 412 million crowns. What became of it?",
                "Of 2,300 people 1,870 may stay until 2031, says the letter. “We read about our own yard in the"
                        + " newspapers,” Ingrid Thessaly said back then. She still stands in front of gate 4.");
        told.values().forEach(topics::send);
        send(
                told,
                COPY,
                ORIGINAL,
                Relation.COPY,
                0.999,
                0.98,
                0.61,
                List.of(
                        pair(
                                "The shipyard of Valmare will be sold",
                                "told Reuters on Tuesday.",
                                "The shipyard of Valmare will be sold",
                                "told Reuters on Tuesday."),
                        pair(
                                "The consortium has promised",
                                "that Reuters has seen.",
                                "The consortium has promised",
                                "that Reuters has seen.")),
                List.of(new Fact(Fact.Kind.NAME, "Oriol Bascard", null), new Fact(Fact.Kind.NUMBER, "412", null)));
        send(
                told,
                TRANSLATION,
                ORIGINAL,
                Relation.TRANSLATION,
                0.97,
                0.83,
                0.74,
                List.of(
                        pair(
                                "Le chantier naval de Valmare sera vendu",
                                "du contrat.",
                                "The shipyard of Valmare will be sold",
                                "told Reuters on Tuesday."),
                        pair(
                                "Ingrid Thessaly, qui préside",
                                "trop tard.",
                                "Ingrid Thessaly, who has chaired",
                                "too late.")),
                List.of(
                        new Fact(Fact.Kind.NAME, "Oriol Bascard", null),
                        new Fact(Fact.Kind.NAME, "Ingrid Thessaly", null),
                        new Fact(Fact.Kind.NUMBER, "1 870", "1,870"),
                        new Fact(Fact.Kind.NUMBER, "2031", null),
                        new Fact(Fact.Kind.TERM, "couronnes", "crowns")));
        send(
                told,
                "front-harbour",
                COPY,
                Relation.CONDENSED,
                0.96,
                0.91,
                0.42,
                List.of(pair(
                        "A consortium led by Oriol Bascard",
                        "412 million crowns",
                        "The shipyard of Valmare will be sold",
                        "412 million crowns")),
                List.of(new Fact(Fact.Kind.NAME, "Oriol Bascard", null), new Fact(Fact.Kind.NUMBER, "1,870", null)));
        send(
                told,
                "front-werft",
                ORIGINAL,
                Relation.EXPANDED,
                0.91,
                0.63,
                0.58,
                List.of(),
                List.of(new Fact(Fact.Kind.NAME, "Oriol Bascard", null), new Fact(Fact.Kind.NUMBER, "1.870", "1,870")));
        send(
                told,
                BLOG,
                ORIGINAL,
                Relation.RETELLING,
                0.88,
                0.57,
                0.39,
                List.of(pair(
                        "“We read about our own yard", "newspapers,”", "“We read about our own yard", "newspapers,”")),
                List.of(new Fact(Fact.Kind.NAME, "Ingrid Thessaly", null), new Fact(Fact.Kind.TERM, "gate", null)));
        publish(
                SHIPYARD,
                "Valmare shipyard to be sold for 412 million crowns",
                "Reuters",
                new Story.Origin(
                        "Reuters",
                        ORIGINAL,
                        List.of("Mara Quist", "Jon Abel"),
                        "2026-01-13",
                        "7 of 7 articles credit Reuters; the fullest early text is by Baltic Wire of 2026-01-13"),
                members,
                Duration.ofMinutes(2));
    }

    private void tell(
            Map<String, Article> told,
            List<Story.Member> members,
            String id,
            String publisher,
            String title,
            String language,
            Instant at,
            Precision precision,
            Relation relation,
            String... paragraphs) {
        Publisher by = new Publisher(id + ".example.org", publisher);
        Published published = new Published(at, precision, Published.Source.META);
        String url = "https://%s.example.org/valmare".formatted(id);
        told.put(
                id,
                new Article(
                        id,
                        "r1",
                        Article.Completeness.FULL,
                        url,
                        null,
                        null,
                        by,
                        title,
                        List.of(paragraphs),
                        published,
                        language,
                        List.of(),
                        List.of(),
                        new Credits(List.of("Reuters"), List.of("Mara Quist", "Jon Abel"), null, "2026-01-13", null),
                        at));
        Duration late = Duration.between(TOLD.truncatedTo(ChronoUnit.DAYS), at.truncatedTo(ChronoUnit.DAYS));
        members.add(new Story.Member(
                id,
                "r1",
                members.size(),
                null,
                url,
                title,
                by,
                language,
                published,
                relation,
                relation == Relation.ORIGINAL ? 1 : 0.9,
                late.isZero() ? null : late));
    }

    /** Where a passage begins and ends, in both. */
    private record Pair(String from, String to, String otherFrom, String otherTo) {}

    private static Pair pair(String from, String to, String otherFrom, String otherTo) {
        return new Pair(from, to, otherFrom, otherTo);
    }

    private void send(
            Map<String, Article> told,
            String id,
            String other,
            Relation relation,
            double score,
            double here,
            double there,
            List<Pair> passages,
            List<Fact> facts) {
        topics.send(new Evidence(
                id,
                "r1",
                other,
                "r1",
                SHIPYARD,
                relation,
                score,
                0.5,
                here,
                there,
                passages.stream()
                        .map(pair -> new Evidence.Passage(
                                range(told.get(id), pair.from(), pair.to()),
                                range(told.get(other), pair.otherFrom(), pair.otherTo()),
                                0.8))
                        .toList(),
                facts,
                List.of("Reuters", "Mara Quist"),
                "m1",
                "s1"));
    }

    private static Evidence.Range range(@Nullable Article article, String from, String to) {
        if (article == null) {
            throw new IllegalArgumentException("no such article");
        }
        for (int i = 0; i < article.paragraphs().size(); i++) {
            String paragraph = article.paragraphs().get(i);
            int start = paragraph.indexOf(from);
            int end = start < 0 ? -1 : paragraph.indexOf(to, start);
            if (end >= 0) {
                return new Evidence.Range(i, start, end + to.length());
            }
        }
        throw new IllegalArgumentException("%s does not say '%s ... %s'".formatted(article.id(), from, to));
    }

    /** A story whose articles have no text. */
    private void small(String id, String headline, @Nullable String agency, int articles, Duration ago) {
        publish(id, headline, agency, null, members(id, headline, articles), ago);
    }

    /** Somebody else tells a report that is already there, or the first tells a new one. */
    void grow(String id, String headline, int articles) {
        publish(id, headline, null, null, members(id, headline, articles), Duration.ZERO);
        topics.send(new StoryEvent(
                "%s-%d".formatted(id, change),
                id,
                articles == 1 ? StoryEvent.Kind.CREATED : StoryEvent.Kind.JOINED,
                change,
                change,
                1,
                now,
                null,
                null));
    }

    private List<Story.Member> members(String id, String headline, int articles) {
        List<Story.Member> members = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            members.add(new Story.Member(
                    "%s-%d".formatted(id, i),
                    "r1",
                    i,
                    null,
                    "https://paper-%d.example.org/%s".formatted(i, id),
                    headline,
                    new Publisher("paper-%d.example.org".formatted(i), "Paper no. %d".formatted(i + 1)),
                    "en",
                    new Published(now.minus(Duration.ofHours(50L - i)), Precision.MINUTE, Published.Source.FEED),
                    i == 0 ? Relation.ORIGINAL : Relation.COPY,
                    i == 0 ? 1 : 0.9,
                    null));
        }
        return members;
    }

    private void publish(
            String id,
            String headline,
            @Nullable String agency,
            Story.@Nullable Origin origin,
            List<Story.Member> members,
            Duration ago) {
        change++;
        Map<String, Integer> languages = new LinkedHashMap<>();
        members.forEach(member -> languages.merge(member.language(), 1, Integer::sum));
        List<Instant> times = members.stream()
                .flatMap(member -> java.util.Optional.ofNullable(member.published()).stream())
                .map(Published::at)
                .sorted()
                .toList();
        topics.send(new Story(
                id,
                change,
                change,
                1,
                headline,
                List.copyOf(languages.keySet()),
                agency,
                times.getFirst(),
                times.getLast(),
                now.minus(ago),
                origin,
                members.size(),
                members.stream()
                        .map(member -> new Story.Count(member.publisher().name(), 1))
                        .toList(),
                languages.entrySet().stream()
                        .map(entry -> new Story.Count(entry.getKey(), entry.getValue()))
                        .toList(),
                members,
                List.of(),
                null));
    }

    private List<FeedStatus> feeds() {
        return List.of(
                feed("front-f1", "Baltic Wire – World", FeedStatus.State.HEALTHY, "not modified", 0, 18_244),
                feed("front-f2", "Le Quai – À la une", FeedStatus.State.HEALTHY, "read: 3 new, 1 edited", 0, 5_120),
                feed(
                        "front-f3",
                        "Ostmark Daily",
                        FeedStatus.State.FAILING,
                        "failed: its publisher answers 503",
                        4,
                        911),
                feed(
                        "front-f4",
                        "Tides and Timber",
                        FeedStatus.State.SILENT,
                        "read: nothing new; nothing new for 41 d, where 6 d was its longest",
                        0,
                        63),
                feed("front-f5", "Sundbote", FeedStatus.State.GONE, "gone: its publisher answers 410, gone", 9, 12),
                feed("front-f6", "https://marsa.example.org/feed.xml", FeedStatus.State.NEW, null, 0, 0),
                // Late in the alphabet, and longer than all before.
                feed(
                        "front-f7",
                        "Verband der Binnenschifffahrt an der unteren Sund: Pegel, Schleusen, Sperrungen und Bekanntmachungen",
                        FeedStatus.State.HEALTHY,
                        "not modified",
                        0,
                        311));
    }

    private static String because(FeedStatus.State state) {
        return switch (state) {
            case FAILING -> "it failed 4 times: its publisher answers 503";
            case NEW -> "it was just added";
            case SILENT, HEALTHY, GONE, UNKNOWN -> "it was not modified, so it is asked every 30 min";
        };
    }

    private FeedStatus feed(
            String id, String title, FeedStatus.State state, @Nullable String outcome, int failures, long items) {
        boolean gone = state == FeedStatus.State.GONE;
        return new FeedStatus(
                id,
                "https://%s.example.org/feed.xml".formatted(id),
                title,
                null,
                state,
                outcome == null ? null : now.minusSeconds(340),
                outcome,
                failures,
                gone ? null : now.plusSeconds(260),
                gone ? null : because(state),
                items == 0 ? null : now.minusSeconds(9_000),
                items,
                now);
    }
}
