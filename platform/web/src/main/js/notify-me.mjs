/*
 * A button that asks the browser for notifications and sends what its push service gave it, as a form. Where a browser has
 * none, the words that stand there already say so.
 */
export function notifyMe (document) {
  const window = document.defaultView
  const form = document.querySelector('form[data-bluelamp-notify]')
  if (!form || !window.navigator.serviceWorker || !window.PushManager || !window.Notification) {
    return
  }
  const status = form.querySelector('[data-bluelamp-notify-status]')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button'
  button.textContent = 'Notify me in this browser'
  status.textContent = ''
  status.before(button)
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      await subscribe(window, form)
      form.submit()
    } catch {
      status.textContent = window.Notification.permission === 'denied'
        ? 'Your browser does not let this site show notifications. You can allow it in the browser’s settings for this site.'
        : 'Your browser could not be asked. Try again later.'
      button.disabled = false
    }
  })
}

async function subscribe (window, form) {
  await window.navigator.serviceWorker.register(form.dataset.bluelampWorker)
  // A worker that was just registered is not at work yet, and until then browsers give no subscription.
  const worker = await window.navigator.serviceWorker.ready
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: form.dataset.bluelampNotify
  })
  const { endpoint, keys } = subscription.toJSON()
  form.elements.namedItem('endpoint').value = endpoint
  form.elements.namedItem('key').value = keys.p256dh
  form.elements.namedItem('secret').value = keys.auth
}
