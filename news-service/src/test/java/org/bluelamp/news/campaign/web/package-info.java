@NullMarked
package org.bluelamp.news.campaign.web;

import org.jspecify.annotations.NullMarked;
