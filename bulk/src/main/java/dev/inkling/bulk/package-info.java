/// Reading millions of pictures on Apache Spark.
@NullMarked
package dev.inkling.bulk;

import org.jspecify.annotations.NullMarked;
