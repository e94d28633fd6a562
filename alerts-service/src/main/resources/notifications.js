/*
 * Shows an alert as a notification and opens its page. It keeps nothing and answers no request.
 */
self.addEventListener('push', (event) => {
  const message = event.data ? event.data.json() : {}
  event.waitUntil(self.registration.showNotification(message.title || 'Alert', {
    body: message.body || '',
    tag: message.tag,
    renotify: Boolean(message.tag),
    data: { url: message.url }
  }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const url = event.notification.data && event.notification.data.url
  // Only a page of our own, whatever a message says.
  if (url && new URL(url, self.location.origin).origin === self.location.origin) {
    event.waitUntil(self.clients.openWindow(url))
  }
})
