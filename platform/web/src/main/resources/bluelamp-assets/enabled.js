// Runs before anything is drawn, so that what only works with script is never seen to jump.
document.documentElement.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.documentElement.classList.add('govuk-frontend-supported')
}
