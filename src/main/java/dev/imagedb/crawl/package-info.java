/// Which picture files there are: the first station on the way from a folder to the index.
///
/// Start at [dev.imagedb.crawl.Crawler]: a [dev.imagedb.crawl.CrawlRequest] goes in, a lazy stream
/// of [dev.imagedb.crawl.CrawledFile]s comes out, each file once and without having been opened.
/// Whoever reads the stream asks the index which of them are known and unchanged, and only for the
/// others asks the [dev.imagedb.crawl.Sniffer] whether they are pictures at all.
@NullMarked
package dev.imagedb.crawl;

import org.jspecify.annotations.NullMarked;
