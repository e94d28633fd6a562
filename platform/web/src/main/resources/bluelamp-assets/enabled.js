// Stands first in the body and runs before anything is drawn, so that what only works with script is never seen to jump.
// The classes belong on the body: GOV.UK Frontend looks for them there and starts no component without them.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
