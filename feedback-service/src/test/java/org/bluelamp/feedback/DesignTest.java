package org.bluelamp.feedback;

import org.bluelamp.testing.design.ServiceDesign;

class DesignTest extends ServiceDesign {}
