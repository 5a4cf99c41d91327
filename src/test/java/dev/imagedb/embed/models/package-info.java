@NullMarked
package dev.imagedb.embed.models;

import org.jspecify.annotations.NullMarked;
