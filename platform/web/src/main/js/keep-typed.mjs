/*
 * Sends what is being typed into a form to where the form says, a moment after the typing stops, so that nothing is lost
 * when the session, the battery or the signal ends. The form itself works without it.
 */
const KEEP_AFTER = 2000

export function keepTyped (document) {
  for (const form of document.querySelectorAll('form[data-bluelamp-keep]')) {
    keepForm(form)
  }
}

function keepForm (form) {
  const window = form.ownerDocument.defaultView
  const status = form.querySelector('[data-bluelamp-kept]')
  let waiting

  form.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(keep, KEEP_AFTER)
  })
  form.addEventListener('submit', () => window.clearTimeout(waiting))

  async function keep () {
    try {
      const answer = await window.fetch(form.dataset.bluelampKeep, {
        method: 'POST',
        body: new window.URLSearchParams(new window.FormData(form)),
        headers: { Accept: 'application/json' },
        redirect: 'error'
      })
      status.textContent = answer.ok
        ? `What you typed is kept, ${(await answer.json()).at}. It is not saved yet.`
        : 'What you type is not kept: you are signed out. Save it, and you are asked to sign in first.'
    } catch {
      status.textContent = 'What you type is not kept: there is no connection. Do not close this page.'
    }
  }
}
