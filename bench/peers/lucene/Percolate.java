import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spans.SpanNearQuery;
import org.apache.lucene.search.spans.SpanQuery;
import org.apache.lucene.search.spans.SpanTermQuery;

/**
 * Lucene Monitor over messages that are cut into terms already: the same terms as ours.
 *
 * <p>Tuned: anchors by the terms' frequency, prefixes as regular expressions behind RegexpQueryHandler, batches. One
 * thread. Prints the processor time of that thread, a message; writes the topics of each message to a file.
 *
 * <p>Usage: Percolate QUERIES FREQUENCIES MATCHES BATCH ROUNDS MESSAGES...
 */
public final class Percolate {
  private static final String TEXT = "text";
  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    TYPE.setTokenized(true);
    TYPE.setOmitNorms(true);
    TYPE.freeze();
  }

  public static void main(String[] arguments) throws Exception {
    int batch = Integer.parseInt(arguments[3]);
    int rounds = Integer.parseInt(arguments[4]);
    TermWeightor weights = TermWeightor.termFreqWeightor(frequencies(Path.of(arguments[1])), 1, 0);
    TermFilteredPresearcher presearcher =
        new TermFilteredPresearcher(
            weights, Collections.singletonList(new RegexpQueryHandler()), Collections.emptySet());
    MonitorConfiguration configuration = new MonitorConfiguration();
    configuration.setQueryUpdateBufferSize(20_000);
    try (Monitor monitor = new Monitor(new WhitespaceAnalyzer(), presearcher, configuration)) {
      long start = cpu();
      monitor.register(queries(Path.of(arguments[0])));
      System.out.printf("compile %.1f%n", (cpu() - start) / 1e3 / monitor.getQueryCount());
      for (int at = 5; at < arguments.length; at++) {
        measure(monitor, documents(Path.of(arguments[at])), batch, rounds, arguments[2] + "." + (at - 5));
      }
    }
  }

  private static void measure(Monitor monitor, List<Document> documents, int batch, int rounds, String matches)
      throws IOException {
    write(monitor, documents, batch, Path.of(matches));
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = cpu();
      for (int at = 0; at < documents.size(); at += batch) {
        match(monitor, documents, at, batch);
      }
      best = Math.min(best, (cpu() - start) / 1e3 / documents.size());
    }
    System.out.printf("match %.2f%n", best);
  }

  private static MultiMatchingQueries<QueryMatch> match(
      Monitor monitor, List<Document> documents, int at, int batch) throws IOException {
    List<Document> some = documents.subList(at, Math.min(at + batch, documents.size()));
    return monitor.match(some.toArray(new Document[0]), QueryMatch.SIMPLE_MATCHER);
  }

  private static void write(Monitor monitor, List<Document> documents, int batch, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int at = 0; at < documents.size(); at += batch) {
        MultiMatchingQueries<QueryMatch> found = match(monitor, documents, at, batch);
        if (!found.getErrors().isEmpty()) {
          throw new IOException(found.getErrors().toString());
        }
        for (int doc = 0; doc < found.getBatchSize(); doc++) {
          List<Integer> topics = new ArrayList<>();
          for (QueryMatch one : found.getMatches(doc)) {
            topics.add(Integer.parseInt(one.getQueryId()));
          }
          Collections.sort(topics);
          out.write(topics.toString().replaceAll("[\\[\\],]", ""));
          out.newLine();
        }
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Map<String, Integer> frequencies(Path file) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] pair = line.split("\t");
      found.put(pair[0], Integer.parseInt(pair[1]));
    }
    return found;
  }

  private static List<MonitorQuery> queries(Path file) throws IOException {
    List<MonitorQuery> found = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Iterator<String> words = Arrays.asList(line.split("\t")).iterator();
      found.add(new MonitorQuery(words.next(), query(words)));
    }
    return found;
  }

  /** Reads a tree written from its root: the sort of a node, how many it holds, then those. */
  private static Query query(Iterator<String> words) {
    String sort = words.next();
    switch (sort) {
      case "term":
        return new TermQuery(new Term(TEXT, words.next()));
      case "prefix":
        return new RegexpQuery(new Term(TEXT, words.next().replaceAll("([^\\p{L}\\p{N}])", "\\\\$1") + ".*"));
      case "phrase":
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int left = Integer.parseInt(words.next()); left > 0; left--) {
          phrase.add(new Term(TEXT, words.next()));
        }
        return phrase.build();
      case "near":
        int slop = Integer.parseInt(words.next());
        SpanQuery[] spans = new SpanQuery[Integer.parseInt(words.next())];
        for (int at = 0; at < spans.length; at++) {
          spans[at] = new SpanTermQuery(new Term(TEXT, words.next()));
        }
        return new SpanNearQuery(spans, slop, false);
      default:
        return branch(sort, words);
    }
  }

  private static Query branch(String sort, Iterator<String> words) {
    BooleanQuery.Builder branch = new BooleanQuery.Builder();
    for (int left = Integer.parseInt(words.next()); left > 0; left--) {
      String role = words.next();
      Occur occur = role.equals("not") ? Occur.MUST_NOT : sort.equals("and") ? Occur.MUST : Occur.SHOULD;
      branch.add(query(words), occur);
    }
    return branch.build();
  }

  private static List<Document> documents(Path file) throws IOException {
    List<Document> found = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Document document = new Document();
      document.add(new Field(TEXT, new Said(line.isEmpty() ? new String[0] : line.split(" ")), TYPE));
      found.add(document);
    }
    return found;
  }

  /** The terms of a message; those after a tab stand at the place of the one before. Read as often as one likes. */
  private static final class Said extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final String[] terms;
    private final boolean[] again;
    private int next;

    Said(String[] tokens) {
      List<String> all = new ArrayList<>();
      List<Boolean> same = new ArrayList<>();
      for (String token : tokens) {
        String[] written = token.split("\t");
        for (int at = 0; at < written.length; at++) {
          all.add(written[at]);
          same.add(at > 0);
        }
      }
      terms = all.toArray(new String[0]);
      again = new boolean[terms.length];
      for (int at = 0; at < again.length; at++) {
        again[at] = same.get(at);
      }
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.length) {
        return false;
      }
      clearAttributes();
      term.append(terms[next]);
      step.setPositionIncrement(again[next] ? 0 : 1);
      next++;
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      next = 0;
    }
  }
}
