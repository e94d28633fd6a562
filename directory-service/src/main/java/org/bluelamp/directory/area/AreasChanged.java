package org.bluelamp.directory.area;

import java.util.List;
import org.bluelamp.service.area.AreaCode;

/** Told inside this service, in the transaction of the change: these areas are new or different. */
public record AreasChanged(List<AreaCode> codes) {}
