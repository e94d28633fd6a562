import { Button } from 'govuk-frontend/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/components/notification-banner/notification-banner.mjs'
import { Radios } from 'govuk-frontend/components/radios/radios.mjs'
import { ServiceNavigation } from 'govuk-frontend/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/components/skip-link/skip-link.mjs'
import { copyText } from './copy-text.mjs'
import { keepTyped } from './keep-typed.mjs'
import { livePreview } from './live-preview.mjs'
import { locate } from './locate.mjs'
import { notifyMe } from './notify-me.mjs'
import { quickExit } from './quick-exit.mjs'

quickExit(document)
locate(document)
keepTyped(document)
copyText(document)
livePreview(document)
notifyMe(document)

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink]) {
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    try {
      new Component(element)
    } catch (error) {
      console.error(error)
    }
  }
}
