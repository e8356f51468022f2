package dev.inkling.bulk;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/// All pictures of a place, read into a folder of Parquet files.
///
/// Each task's file comes into being whole when the task is done and stays, also when the rest of
/// the run dies: whoever starts it again goes on with the pictures that are not there yet.
///
/// @param input a folder of pictures, or Parquet files
/// @param pictures in Parquet, the column that holds them
/// @param key in Parquet, the column that names them, each differently
/// @param output folder of Parquet files, which comes into being if need be
record BulkReading(String input, String pictures, String key, String output, ExecutorsModel model) {
  private static final String PARQUET = ".parquet";

  /// Counts by what became of the pictures.
  ///
  /// @param before read by earlier runs
  /// @param now by this one
  record Outcome(long before, long now) {}

  /// Reads what is not read yet.
  Outcome run(SparkSession spark) {
    Dataset<Row> wanted = wanted(spark);
    Optional<Dataset<Row>> done = done(spark);
    long before = done.map(Dataset::count).orElse(0L);
    Column sameKey = wanted.col(ReadPictures.KEY);
    Dataset<Row> missing =
        done.map(
                rows ->
                    wanted.join(
                        rows.select(ReadPictures.KEY),
                        sameKey.equalTo(rows.col(ReadPictures.KEY)),
                        "left_anti"))
            .orElse(wanted);
    missing
        .mapPartitions(new ReadPictures(model), Encoders.row(ReadPictures.SCHEMA))
        .write()
        .mode(SaveMode.Append)
        .parquet(output);
    return new Outcome(before, done(spark).map(Dataset::count).orElse(0L) - before);
  }

  private Dataset<Row> wanted(SparkSession spark) {
    if (input.endsWith(PARQUET) || holdsParquet(input, spark)) {
      return spark
          .read()
          .parquet(input)
          .select(
              col(key).cast("string").as(ReadPictures.KEY), col(pictures).as(ReadPictures.PICTURE));
    }
    DataFrameReader files =
        spark
            .read()
            .format("binaryFile")
            .option("recursiveFileLookup", "true")
            .option("pathGlobFilter", "*.{png,PNG,jpg,JPG,jpeg,JPEG,bmp,BMP}");
    return files
        .load(input)
        .select(col("path").as(ReadPictures.KEY), col("content").as(ReadPictures.PICTURE));
  }

  /// What earlier runs left, if there was one.
  private Optional<Dataset<Row>> done(SparkSession spark) {
    return holdsParquet(output, spark)
        ? Optional.of(spark.read().schema(ReadPictures.SCHEMA).parquet(output))
        : Optional.empty();
  }

  private static boolean holdsParquet(String place, SparkSession spark) {
    var folder = new Path(place);
    try {
      FileStatus[] parts =
          folder
              .getFileSystem(spark.sparkContext().hadoopConfiguration())
              .globStatus(new Path(folder, "*" + PARQUET));
      return parts != null && parts.length > 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
