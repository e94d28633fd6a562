/*
 * Shows the preview of a text beside the form while it is typed, and turns what is pasted with formatting into the marks
 * that the text has for it. The form's own Preview button works without this.
 */
const PREVIEW_AFTER = 1000

export function livePreview (document) {
  for (const form of document.querySelectorAll('form[data-bluelamp-preview]')) {
    const box = form.elements.body
    const live = document.querySelector('[data-bluelamp-live]')
    if (box && live) {
      previewForm(form, live)
      pasteFormatted(form, box)
    }
  }
}

function previewForm (form, live) {
  const window = form.ownerDocument.defaultView
  const text = live.querySelector('[data-bluelamp-live-text]')
  let waiting
  let asked = 0
  live.hidden = false

  form.addEventListener('input', () => {
    window.clearTimeout(waiting)
    if (live.open) {
      waiting = window.setTimeout(show, PREVIEW_AFTER)
    }
  })
  live.addEventListener('toggle', () => {
    if (live.open) {
      show()
    }
  })

  async function show () {
    const mine = ++asked
    const fields = new window.URLSearchParams(new window.FormData(form))
    fields.set('step', 'preview')
    try {
      const answer = await window.fetch(form.action, { method: 'POST', body: fields, redirect: 'error' })
      const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html')
      const preview = page.querySelector('.bl-preview')
      if (mine !== asked) {
        return
      }
      if (preview) {
        preview.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'))
        preview.querySelectorAll('[aria-labelledby]').forEach(element => element.removeAttribute('aria-labelledby'))
        text.replaceChildren(form.ownerDocument.adoptNode(preview))
      } else {
        text.textContent = 'The preview comes when title, summary, text and area are filled in as they have to be.'
      }
    } catch {
      if (mine === asked) {
        text.textContent = 'There is no preview at the moment.'
      }
    }
  }
}

function pasteFormatted (form, box) {
  const window = form.ownerDocument.defaultView
  box.addEventListener('paste', async event => {
    const html = event.clipboardData && event.clipboardData.getData('text/html')
    const plain = event.clipboardData && event.clipboardData.getData('text/plain')
    if (!html) {
      return
    }
    event.preventDefault()
    const from = box.selectionStart
    const to = box.selectionEnd
    const before = box.value
    let words = plain
    box.readOnly = true
    try {
      const answer = await window.fetch('/staff/news/pasted', {
        method: 'POST',
        body: new window.URLSearchParams({ html }),
        headers: { Accept: 'application/json' },
        redirect: 'error'
      })
      if (answer.ok) {
        words = (await answer.json()).markdown
      }
    } catch {
      // What was copied comes without its formatting.
    } finally {
      box.readOnly = false
    }
    if (box.value === before) {
      box.setRangeText(words, from, to, 'end')
      box.dispatchEvent(new window.Event('input', { bubbles: true }))
    }
  })
}
