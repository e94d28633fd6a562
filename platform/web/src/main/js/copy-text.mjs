/*
 * A button that copies what stands in the box beside it. Without script, or where a browser does not let a page copy,
 * the box is there to select from.
 */
export function copyText (document) {
  const clipboard = document.defaultView.navigator.clipboard
  if (!clipboard) {
    return
  }
  for (const group of document.querySelectorAll('[data-bluelamp-copy]')) {
    offerCopy(group, clipboard)
  }
}

function offerCopy (group, clipboard) {
  const document = group.ownerDocument
  const box = group.querySelector('textarea, input')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-2'
  button.textContent = 'Copy'
  const what = document.createElement('span')
  what.className = 'govuk-visually-hidden'
  what.textContent = ` ${group.querySelector('label').textContent}`
  button.append(what)
  const status = document.createElement('span')
  status.className = 'govuk-body-s govuk-!-margin-left-2'
  status.setAttribute('role', 'status')

  button.addEventListener('click', async () => {
    try {
      await clipboard.writeText(box.value)
      status.textContent = 'Copied.'
    } catch {
      box.focus()
      box.select()
      status.textContent = 'Your browser did not copy it. The text is selected: copy it with the keyboard or the menu.'
    }
  })
  box.after(button, status)
}
