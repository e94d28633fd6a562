package org.bluelamp.news;

import org.bluelamp.testing.design.ServiceDesign;

class DesignTest extends ServiceDesign {}
