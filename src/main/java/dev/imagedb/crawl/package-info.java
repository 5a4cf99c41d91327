/// Which picture files there are. Start at [dev.imagedb.crawl.Crawler].
@NullMarked
package dev.imagedb.crawl;

import org.jspecify.annotations.NullMarked;
