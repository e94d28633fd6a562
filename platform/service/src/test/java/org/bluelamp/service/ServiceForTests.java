package org.bluelamp.service;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The smallest service: what the platform gives and nothing of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ServiceForTests {}
