package dev.imagedb.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An option, or a class of them, that few people need: `--help` only names it, `imagedb help
/// COMMAND` describes it.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
@interface Seldom {}
