/*
 * "Use my location": shown only where a browser can tell where it is. The place is rounded to about ten metres and sent
 * in the body of a form, not in an address, so that no log holds it.
 */
const LOCATE_DECIMALS = 4
const LOCATE_PATIENCE = 20000
const LOCATE_FAILURES = {
  1: 'Your browser is not allowed to tell us where you are. Allow it in the browser\u2019s settings, or type your postcode.',
  2: 'Your device could not find out where it is. Type your postcode instead.',
  3: 'Finding out where you are took too long. Try again, or type your postcode.'
}

export function locate (document) {
  const geolocation = document.defaultView.navigator.geolocation
  if (!geolocation || !document.defaultView.isSecureContext) {
    return
  }
  for (const form of document.querySelectorAll('form[data-bluelamp-locate]')) {
    offerLocation(form, geolocation)
  }
}

function offerLocation (form, geolocation) {
  const status = form.querySelector('[role="status"]')
  let asking = false
  form.hidden = false

  form.addEventListener('submit', event => {
    event.preventDefault()
    if (asking) {
      return
    }
    asking = true
    status.textContent = 'Finding out where you are\u2026'
    geolocation.getCurrentPosition(position => {
      form.elements.latitude.value = position.coords.latitude.toFixed(LOCATE_DECIMALS)
      form.elements.longitude.value = position.coords.longitude.toFixed(LOCATE_DECIMALS)
      form.elements.accuracy.value = Math.ceil(position.coords.accuracy)
      form.submit()
    }, failure => {
      asking = false
      status.textContent = LOCATE_FAILURES[failure.code] || LOCATE_FAILURES[2]
    }, { enableHighAccuracy: true, timeout: LOCATE_PATIENCE, maximumAge: 60000 })
  })

  // A page that the reader comes back to is as it was left.
  form.ownerDocument.defaultView.addEventListener('pageshow', () => {
    asking = false
    status.textContent = ''
  })
}
