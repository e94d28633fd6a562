package org.bluelamp.directory;

import org.bluelamp.testing.design.ServiceDesign;

class DesignTest extends ServiceDesign {}
