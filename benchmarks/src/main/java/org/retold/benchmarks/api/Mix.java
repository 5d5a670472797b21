package org.retold.benchmarks.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What people and programs ask, as often as they might; the same questions each time. */
final class Mix {

    private static final String STORIES = "api/v1/stories";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGES_DEEP = 40;
    private static final int MOST_FREQUENT = 100;

    private final MadeStories made;
    private final int stories;
    private final List<String> deepPages = new ArrayList<>();
    private final List<String> newest = new ArrayList<>();

    private Mix(MadeStories made, int stories) {
        this.made = made;
        this.stories = stories;
    }

    /** Walks some lists first, for what can only be asked by who was answered before. */
    static Mix of(MadeStories made, int stories, OpenLoop asking) {
        Mix mix = new Mix(made, stories);
        for (String sort : List.of("updated", "first", "size")) {
            String list = STORIES + "?limit=200&sort=" + sort;
            String path = list;
            for (int page = 0; page < PAGES_DEEP; page++) {
                JsonNode answer = json(asking.ask(new Question("walk", path)));
                if (page == 0) {
                    answer.get("items")
                            .forEach(story -> mix.newest.add(story.get("id").asText()));
                }
                if (answer.get("next").isNull()) {
                    break;
                }
                path = list + "&cursor=" + encoded(answer.get("next").asText());
                mix.deepPages.add(path);
            }
        }
        return mix;
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half lists, half stories. */
    Question listOrStory(int number) {
        SplittableRandom random = new SplittableRandom(number * 31L + 1);
        return random.nextBoolean() ? list(random) : story(random);
    }

    Question list(SplittableRandom random) {
        int choice = random.nextInt(100);
        if (choice < 25) {
            return list("newest", "");
        } else if (choice < 35) {
            return list("retold", "minArticles=2");
        } else if (choice < 45) {
            return list("language", "language=" + made.language(random).code());
        } else if (choice < 53) {
            return list("publisher", "publisher=" + encoded(made.publisher(random)));
        } else if (choice < 61) {
            return list("agency", "agency=" + encoded(made.agency(random)));
        } else if (choice < 66) {
            return list("ten articles", "minArticles=10");
        } else if (choice < 71) {
            return list("by size", "sort=size");
        } else if (choice < 76) {
            return list(
                    "by first", "sort=first&language=" + made.language(random).code());
        } else if (choice < 84) {
            return new Question("list: deep page of 200", deepPages.get(random.nextInt(deepPages.size())));
        } else if (choice < 92) {
            return list("walk of changes", "updatedSince=" + random.nextInt(stories));
        } else if (choice < 96) {
            Instant since = MadeStories.BEGINNING.plus(Duration.ofHours(random.nextInt(60 * 24)));
            return list("an hour", "since=%s&until=%s".formatted(since, since.plus(Duration.ofHours(1))));
        }
        return list(
                "three filters",
                "language=%s&minArticles=3&agency=%s"
                        .formatted(made.language(random).code(), made.agency(random)));
    }

    private static Question list(String kind, String query) {
        return new Question("list: " + kind, query.isEmpty() ? STORIES : STORIES + "?" + query);
    }

    /** Any story, one as often as it has articles, or one of those that lists begin with. */
    private Question story(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> story("any", MadeStories.storyId(random.nextInt(stories)));
            case 1 -> story("of many articles", MadeStories.storyId(byArticles(random)));
            default -> story("listed first", newest.get(random.nextInt(newest.size())));
        };
    }

    private static Question story(String kind, String id) {
        return new Question("story: " + kind, STORIES + "/" + id);
    }

    /** Each article as likely: of some stories the ones that draw lots in proportion to their size. */
    private int byArticles(SplittableRandom random) {
        while (true) {
            int story = random.nextInt(stories);
            if (random.nextInt(StorySizes.LARGEST) < made.size(story)) {
                return story;
            }
        }
    }

    /** Words as texts have them, names, phrases, the most frequent words there are; some with filters. */
    Question search(int number) {
        SplittableRandom random = new SplittableRandom(number * 37L + 2);
        int choice = random.nextInt(100);
        if (choice < 35) {
            return search("a name", made.name(random), "");
        } else if (choice < 60) {
            String[] title = title(random);
            return search("two words of a title", title[1] + " " + title[3], "");
        } else if (choice < 70) {
            String[] title = title(random);
            return search("a phrase", "\"" + String.join(" ", Arrays.copyOfRange(title, 1, 4)) + "\"", "");
        } else if (choice < 85) {
            return search(
                    "a word, as frequent as words are", made.language(random).wordWithMeaning(random), "");
        } else if (choice < 90) {
            Language language = made.language(random);
            return search("one of the most frequent words", language.words().get(random.nextInt(MOST_FREQUENT)), "");
        }
        Language language = made.language(random);
        return search(
                "a word with filters", language.wordWithMeaning(random), "&minArticles=2&language=" + language.code());
    }

    private String[] title(SplittableRandom random) {
        return made.article(random.nextInt(stories), 0).title().split(" ", -1);
    }

    private static Question search(String kind, String words, String filters) {
        return new Question("search: " + kind, STORIES + "?q=" + encoded(words) + filters);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, UTF_8);
    }
}
