package dev.inkling.bulk;

import dev.inkling.model.InklingException;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Prepared;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/// Turns rows of a key and a picture into rows of that key and what the model says. A picture that
/// can't be read is a row with its problem, and no failure.
record ReadPictures(ExecutorsModel model) implements MapPartitionsFunction<Row, Row> {
  static final String KEY = "key";
  static final String PICTURE = "picture";

  /// What comes out: the key, what was read, and why nothing was.
  static final StructType SCHEMA =
      new StructType()
          .add(KEY, DataTypes.StringType)
          .add("digit", DataTypes.IntegerType)
          .add("confidence", DataTypes.DoubleType)
          .add("digitness", DataTypes.DoubleType)
          .add("verdict", DataTypes.StringType)
          .add("probabilities", DataTypes.createArrayType(DataTypes.DoubleType))
          .add("model", DataTypes.StringType)
          .add("problem", DataTypes.StringType);

  /// How many pictures the network reads in one run.
  private static final int BATCH = 64;

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Batches(model.classifier(), rows);
  }

  /// Reads on only when its rows are asked for, so that a partition of any size fits.
  private static final class Batches implements Iterator<Row> {
    private final Classifier classifier;
    private final Iterator<Row> rows;
    private final Queue<Row> read = new ArrayDeque<>();

    Batches(Classifier classifier, Iterator<Row> rows) {
      this.classifier = classifier;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return !read.isEmpty() || rows.hasNext();
    }

    @Override
    public Row next() {
      if (read.isEmpty()) {
        readOn();
      }
      return read.remove();
    }

    private void readOn() {
      var keys = new ArrayList<@Nullable String>();
      var prepared = new ArrayList<Prepared>();
      while (rows.hasNext() && prepared.size() < BATCH) {
        Row row = rows.next();
        String key = row.getString(0);
        try {
          prepared.add(prepare(row));
          keys.add(key);
        } catch (InklingException refused) {
          read.add(problem(key, refused.sentence()));
        }
      }
      List<Prediction> predictions = classifier.predict(prepared);
      for (int i = 0; i < predictions.size(); i++) {
        read.add(row(keys.get(i), predictions.get(i)));
      }
      if (read.isEmpty()) {
        throw new NoSuchElementException();
      }
    }

    private Prepared prepare(Row row) {
      byte[] picture = row.isNullAt(1) ? new byte[0] : row.<byte[]>getAs(1);
      return classifier.prepare(picture);
    }

    private Row row(@Nullable String key, Prediction prediction) {
      return RowFactory.create(
          key,
          prediction.digit(),
          prediction.confidence(),
          prediction.digitness(),
          prediction.verdict().name().toLowerCase(Locale.ROOT),
          prediction.probabilities().toArray(),
          prediction.model().toString(),
          null);
    }

    private Row problem(@Nullable String key, String sentence) {
      return RowFactory.create(
          key, null, null, null, null, null, classifier.card().id().toString(), sentence);
    }
  }
}
