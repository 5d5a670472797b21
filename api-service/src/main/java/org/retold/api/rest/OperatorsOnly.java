package org.retold.api.rest;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** On a resource that only operators may look at; that only they change something holds everywhere. */
@Retention(RUNTIME)
@Target(TYPE)
@interface OperatorsOnly {}
