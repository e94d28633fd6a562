/*
 * Leaves the site at once: for a reader who must not be seen here. The links to /leave work without this; with it, one
 * press of Escape or three of Shift do the same, the page is covered before the next one comes, and this page's entry in
 * the browser's history is replaced.
 */
const LEAVE = '/leave'
const SHIFT_PRESSES = 3
const SHIFT_WINDOW = 5000

export function quickExit (document) {
  const links = document.querySelectorAll('a[data-bluelamp-leave]')
  if (links.length === 0) {
    return
  }
  const status = document.createElement('span')
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')
  document.body.append(status)

  links.forEach(link => link.addEventListener('click', event => {
    event.preventDefault()
    leave(document)
  }))

  let presses = []
  let alone = false
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.repeat && !modified(event) && !belongsToSomethingElse(event, document)) {
      leave(document)
      return
    }
    if (event.key === 'Shift') {
      if (!event.repeat) {
        alone = !composing(event)
      }
    } else {
      alone = false
      presses = []
      status.textContent = ''
    }
  })
  document.addEventListener('keyup', event => {
    if (event.key !== 'Shift' || !alone) {
      return
    }
    alone = false
    const now = Date.now()
    presses = presses.filter(time => now - time < SHIFT_WINDOW).concat(now)
    if (presses.length >= SHIFT_PRESSES) {
      leave(document)
    } else {
      status.textContent = presses.length === 1
        ? 'Shift, press 2 more times to leave this site.'
        : 'Shift, press 1 more time to leave this site.'
    }
  })
}

export function leave (document) {
  document.documentElement.classList.add('bl-left')
  document.title = '\u200b'
  document.defaultView.location.replace(LEAVE)
}

function modified (event) {
  return event.shiftKey || event.ctrlKey || event.altKey || event.metaKey
}

function composing (event) {
  return event.isComposing || event.keyCode === 229
}

/* Escape first closes what is open: a dialog, a menu, suggestions, full screen, a text composition. */
export function belongsToSomethingElse (event, document) {
  if (event.defaultPrevented || composing(event) || document.fullscreenElement) {
    return true
  }
  if (document.querySelector('dialog[open], [aria-expanded="true"]:not([type="radio"], [type="checkbox"]), [role="menu"]:not([hidden]), [role="dialog"]:not([hidden])')) {
    return true
  }
  try {
    if (document.querySelector(':popover-open')) {
      return true
    }
  } catch {
    // A browser that does not know popovers has none open.
  }
  const target = event.target
  return target instanceof Element && target.matches('select, input[list], [role="combobox"]')
}
