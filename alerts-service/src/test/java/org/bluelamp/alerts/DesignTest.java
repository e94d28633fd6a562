package org.bluelamp.alerts;

import org.bluelamp.testing.design.ServiceDesign;

class DesignTest extends ServiceDesign {}
