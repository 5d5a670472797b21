package org.retold.benchmarks.baseline;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Each article's most similar earlier one by Lucene's {@code MoreLikeThis} under BM25, all articles in one index, each
 * stemmed in its language; linked when the score is a large enough share of what the article scores with itself.
 */
public final class NearestNeighbour {

    private static final String TEXT = "text";
    private static final String PLACE = "place";
    private static final int TERMS = 50;
    private static final Analyzer ANY = new StandardAnalyzer();
    private static final Map<String, Analyzer> ANALYZERS = Map.of(
            "fr", new FrenchAnalyzer(),
            "en", new EnglishAnalyzer(),
            "de", new GermanAnalyzer(),
            "es", new SpanishAnalyzer(),
            "it", new ItalianAnalyzer());

    private final int[] nearest;
    private final double[] share;

    private NearestNeighbour(int[] nearest, double[] share) {
        this.nearest = nearest;
        this.share = share;
    }

    /** @param texts in the order of arrival */
    public static NearestNeighbour of(List<Text> texts) {
        int[] nearest = new int[texts.size()];
        double[] share = new double[texts.size()];
        try (Directory directory = new ByteBuffersDirectory()) {
            index(texts, directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BM25Similarity());
                for (int i = 1; i < texts.size(); i++) {
                    Query query = alike(texts.get(i), reader);
                    ScoreDoc[] hits = searcher.search(before(i, query), 1).scoreDocs;
                    double self = searcher.explain(query, i).getValue().doubleValue();
                    if (hits.length > 0 && self > 0) {
                        nearest[i] = hits[0].doc;
                        share[i] = hits[0].score / self;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
        return new NearestNeighbour(nearest, share);
    }

    /** In one segment, so that a document's number is its place. */
    private static void index(List<Text> texts, Directory directory) throws IOException {
        IndexWriterConfig settings = new IndexWriterConfig(ANY).setSimilarity(new BM25Similarity());
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (int i = 0; i < texts.size(); i++) {
                Text text = texts.get(i);
                Document document = new Document();
                document.add(new TextField(TEXT, analyzer(text).tokenStream(TEXT, written(text))));
                document.add(new IntPoint(PLACE, i));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static Query alike(Text text, DirectoryReader reader) throws IOException {
        MoreLikeThis more = new MoreLikeThis(reader);
        more.setFieldNames(new String[] {TEXT});
        more.setAnalyzer(analyzer(text));
        more.setMinTermFreq(1);
        more.setMinDocFreq(1);
        more.setMaxQueryTerms(TERMS);
        return more.like(TEXT, new StringReader(written(text)));
    }

    private static Query before(int place, Query query) {
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(IntPoint.newRangeQuery(PLACE, 0, place - 1), BooleanClause.Occur.FILTER)
                .build();
    }

    private static String written(Text text) {
        return text.title() + "\n" + text.body();
    }

    private static Analyzer analyzer(Text text) {
        return ANALYZERS.getOrDefault(text.language(), ANY);
    }

    /** @param threshold least share of an article's score with itself, 0 to 1 */
    public int[] label(double threshold) {
        Linked linked = new Linked(nearest.length);
        for (int i = 0; i < nearest.length; i++) {
            if (share[i] > 0 && share[i] >= threshold) {
                linked.link(i, nearest[i]);
            }
        }
        return linked.stories();
    }
}
