package org.retold.benchmarks.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.Fingerprint;
import org.retold.api.story.SearchDictionary;
import org.retold.api.story.SearchText;
import org.retold.api.story.StableJson;
import org.retold.api.story.StorySummary;
import org.retold.api.story.UrlKey;
import org.retold.contract.Article;
import org.retold.contract.Json;
import org.retold.contract.Published;
import org.retold.contract.Story;

/** Fills the read model as the projection would have, a thousand times as fast; what it wrote is compared with what PostgreSQL makes of the texts. */
final class Loading {

    private static final int THREADS = 2;
    private static final int STORIES_AT_ONCE = 400;

    private static final String STORY = "story (id, version, change, headline, languages, agency, agency_key,"
            + " first_published, last_published, updated, article_count, publisher_count, publisher_keys, origin, shown, number)";
    private static final String MEMBERSHIP = "membership (article_id, story_id, arrival, member,"
            + " fingerprint, host, publisher, language, published, precision, shown, evidence, agencies, whole,"
            + " article_number, story_number)";
    private static final String ARTICLE =
            "article (id, position, full_text, url, url_key, accepted, dictionary, words, body, agencies, number)";
    private static final String EVIDENCE = "evidence (article_id, position, body, whole)";

    private final Deployment deployment;
    private final MadeStories made;
    private final int stories;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong articles = new AtomicLong();

    Loading(Deployment deployment, MadeStories made, int stories) {
        this.deployment = deployment;
        this.made = made;
        this.stories = stories;
    }

    /** @return how many articles there are */
    long load() throws SQLException, InterruptedException {
        Map<String, String> indexes;
        Lexemes lexemes;
        try (Connection database = deployment.connect()) {
            indexes = indexes(database);
            lexemes = Lexemes.of(made.allNames(), database);
            for (String index : indexes.keySet()) {
                execute(database, "drop index " + index);
            }
        }
        inParallel(java.util.Collections.nCopies(THREADS, () -> copy(lexemes)));
        inParallel(indexes.values().stream()
                .<Callable<Void>>map(index -> () -> build(index))
                .toList());
        try (Connection database = deployment.connect()) {
            execute(database, "insert into dictionary select distinct dictionary from article on conflict do nothing");
            for (String table : List.of("article", "story")) {
                execute(
                        database,
                        "select setval(pg_get_serial_sequence('%1$s', 'number'), max(number)) from %1$s"
                                .formatted(table));
            }
            execute(database, "vacuum analyze");
            compare(database);
        }
        return articles.get();
    }

    private Void copy(Lexemes lexemes) throws SQLException, IOException {
        try (Connection database = deployment.connect()) {
            execute(database, "set synchronous_commit = off");
            // What triggers would repeat is loaded.
            execute(database, "set session_replication_role = replica");
            CopyManager copying = database.unwrap(PGConnection.class).getCopyAPI();
            for (int from = next.getAndAdd(STORIES_AT_ONCE); from < stories; from = next.getAndAdd(STORIES_AT_ONCE)) {
                Map<String, StringBuilder> tables = new TreeMap<>();
                for (int story = from; story < Math.min(stories, from + STORIES_AT_ONCE); story++) {
                    add(story, lexemes, tables);
                }
                for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
                    copying.copyIn(
                            "copy " + table.getKey() + " from stdin",
                            new ByteArrayInputStream(table.getValue().toString().getBytes(UTF_8)));
                }
            }
        }
        return null;
    }

    private void add(int number, Lexemes lexemes, Map<String, StringBuilder> tables) {
        List<Article> its = made.articles(number, made.size(number));
        long first = articles.getAndAdd(its.size());
        Map<String, Long> numbers = new HashMap<>();
        its.forEach(article -> numbers.put(article.id(), first + numbers.size()));
        Story story = made.story(number, its, number);
        row(
                tables,
                STORY,
                story.id(),
                story.version(),
                story.change(),
                story.headline(),
                array(story.languages().stream()),
                story.agency(),
                story.agency() == null ? null : SearchText.foldName(story.agency()),
                story.firstPublished(),
                story.lastPublished(),
                story.updated(),
                story.articleCount(),
                story.publishers().size(),
                array(Stream.concat(
                                story.publishers().stream().map(Story.Count::name),
                                story.articles().stream()
                                        .map(member -> member.publisher().host()))
                        .map(SearchText::foldName)
                        .sorted()
                        .distinct()),
                json(story.origin()),
                StableJson.text(StorySummary.of(story)),
                number);
        Map<String, Article> known = its.stream().collect(Collectors.toMap(Article::id, article -> article));
        for (Story.Member member : story.articles()) {
            Article article = Objects.requireNonNull(known.get(member.id()));
            Published published = Objects.requireNonNull(member.published());
            row(
                    tables,
                    MEMBERSHIP,
                    member.id(),
                    story.id(),
                    member.arrival(),
                    json(member),
                    Fingerprint.of(json(member)),
                    member.publisher().host(),
                    member.publisher().name(),
                    member.language(),
                    published.at(),
                    published.precision().name().toLowerCase(Locale.ROOT),
                    StableJson.text(ArticleInStory.of(member, null)),
                    isFounding(article, its) ? null : evidence(number, article, its),
                    agencies(article),
                    true,
                    numbers.get(article.id()),
                    number);
        }
        for (Article article : its) {
            row(
                    tables,
                    ARTICLE,
                    article.id(),
                    // Before all that the topics tell later.
                    -1L,
                    article.completeness() == Article.Completeness.FULL,
                    article.url(),
                    UrlKey.of(article.url()),
                    article.fetched(),
                    SearchDictionary.of(article.language()),
                    lexemes.vector(article),
                    json(article),
                    agencies(article),
                    numbers.get(article.id()));
            if (!isFounding(article, its)) {
                row(tables, EVIDENCE, article.id(), -1L, evidence(number, article, its), true);
            }
        }
    }

    private static boolean isFounding(Article article, List<Article> its) {
        return article.id().equals(its.getFirst().id());
    }

    private String evidence(int number, Article article, List<Article> its) {
        return StableJson.text(made.evidence(number, article, its.getFirst()));
    }

    private static @Nullable String agencies(Article article) {
        List<String> agencies = article.credits().agencies();
        return agencies.isEmpty() ? null : json(agencies);
    }

    private static void row(Map<String, StringBuilder> tables, String table, @Nullable Object... values) {
        StringBuilder rows = tables.computeIfAbsent(table, first -> new StringBuilder());
        for (int n = 0; n < values.length; n++) {
            Object value = values[n];
            rows.append(n == 0 ? "" : "\t")
                    .append(value == null ? "\\N" : value.toString().replace("\\", "\\\\"));
        }
        rows.append('\n');
    }

    private static String array(Stream<String> texts) {
        return texts.map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(@Nullable Object value) {
        byte[] bytes = Json.write(value);
        return bytes == null ? "null" : new String(bytes, UTF_8);
    }

    /** How to make them again, by name; without those that constraints need. */
    private static Map<String, String> indexes(Connection database) throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select indexname, indexdef from pg_indexes
                        where schemaname = 'api' and tablename in ('story', 'membership', 'article', 'evidence')
                        and indexname not in (select conname from pg_constraint)
                        """)) {
            while (rows.next()) {
                indexes.put(rows.getString(1), rows.getString(2));
            }
        }
        return indexes;
    }

    private Void build(String index) throws SQLException {
        try (Connection database = deployment.connect()) {
            execute(database, "set maintenance_work_mem = '512MB'");
            execute(database, "set synchronous_commit = off");
            execute(database, index);
        }
        return null;
    }

    private static void inParallel(List<Callable<Void>> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Void>> all = new ArrayList<>(threads.invokeAll(tasks));
            for (Future<Void> task : all) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stories could not be loaded", e);
        }
    }

    private static void compare(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select count(*) from (select * from article order by id limit 1000) a
                        where words <> to_tsvector(cast(dictionary as regconfig), concat_ws(E'\\n', body ->> 'title',
                            (select string_agg(paragraph, E'\\n') from json_array_elements_text(body -> 'paragraphs') as
                             paragraph)))
                        """)) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw new IllegalStateException(
                        "%d of 1000 texts are indexed in another way than the service does".formatted(rows.getLong(1)));
            }
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
