package org.retold.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** An element of a feed, asked for by what it means: vocabulary and local name in lower case. */
final class FeedElement {

    private final Element element;

    FeedElement(Element element) {
        this.element = element;
    }

    Element element() {
        return element;
    }

    String name() {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    boolean is(Vocabulary vocabulary, String... names) {
        return Set.of(names).contains(name()) && Vocabulary.of(element) == vocabulary;
    }

    /** Children of one of these names, in the order of the document. */
    List<FeedElement> all(Vocabulary vocabulary, String... names) {
        return children().filter(child -> child.is(vocabulary, names)).toList();
    }

    /** The first child under the first of these names that has one. */
    Optional<FeedElement> first(Vocabulary vocabulary, String... names) {
        return Stream.of(names)
                .flatMap(name -> children().filter(child -> child.is(vocabulary, name)))
                .findFirst();
    }

    Stream<FeedElement> children() {
        return element.children().stream().map(FeedElement::new);
    }

    /** All elements inside, top to bottom. */
    Stream<FeedElement> descendants() {
        return element.stream().skip(1).map(FeedElement::new);
    }

    /** Value of an attribute whose case and prefix nobody minds; empty when it is missing or blank. */
    Optional<String> attribute(String name) {
        for (Attribute attribute : element.attributes()) {
            String local = attribute.getKey().substring(attribute.getKey().indexOf(':') + 1);
            if (local.equalsIgnoreCase(name) && !attribute.getValue().isBlank()) {
                return Optional.of(attribute.getValue().strip());
            }
        }
        return Optional.empty();
    }

    /** The text inside, entities decoded, stripped; empty when there is none. */
    Optional<String> string() {
        String text = element.wholeText().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The language declared here or further out. */
    Optional<String> language() {
        for (Element at = element; at != null; at = at.parent()) {
            String language = at.attr("xml:lang").strip();
            if (!language.isEmpty()) {
                return Optional.of(language.replace('_', '-'));
            }
        }
        return Optional.empty();
    }
}
