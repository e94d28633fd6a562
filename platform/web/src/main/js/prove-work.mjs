/*
 * Works for a form while very many are sent: finds a number with which the hash of the form's challenge and the address
 * begins with zero bits. Where the form does not ask for it, or the browser cannot, nothing is done, and the service takes
 * the form as it is as long as not too many like it come.
 */
const PROVE_AT_ONCE = 250

export function proveWork (document) {
  const crypto = document.defaultView.crypto
  if (!crypto || !crypto.subtle) {
    return
  }
  for (const form of document.querySelectorAll('form[data-bluelamp-proof]')) {
    const bits = Number(form.dataset.bluelampProof)
    if (bits > 0) {
      workFor(form, bits, crypto.subtle)
    }
  }
}

function workFor (form, bits, subtle) {
  const status = form.querySelector('[data-bluelamp-proof-status]')
  const { opened, proof, address } = form.elements
  let working = false
  let provenFor = null

  form.addEventListener('submit', async event => {
    const wanted = address.value.trim()
    if (provenFor === wanted) {
      return
    }
    event.preventDefault()
    if (working) {
      return
    }
    working = true
    status.textContent = 'Very many people are signing up. Your browser is showing us that you are one of them: this takes some seconds.'
    try {
      proof.value = await findProof(`${opened.value}\n${wanted}\n`, bits, subtle)
      provenFor = wanted
    } catch {
      proof.value = ''
      provenFor = wanted
    }
    working = false
    status.textContent = ''
    form.submit()
  })
}

async function findProof (beginning, bits, subtle) {
  const encoder = new TextEncoder()
  for (let first = 0; ; first += PROVE_AT_ONCE) {
    const numbers = Array.from({ length: PROVE_AT_ONCE }, (_, n) => first + n)
    const hashes = await Promise.all(numbers.map(number => subtle.digest('SHA-256', encoder.encode(beginning + number))))
    const found = hashes.findIndex(hash => leadingZeros(new Uint8Array(hash)) >= bits)
    if (found >= 0) {
      return String(numbers[found])
    }
  }
}

function leadingZeros (bytes) {
  let bits = 0
  for (const byte of bytes) {
    if (byte !== 0) {
      return bits + Math.clz32(byte) - 24
    }
    bits += 8
  }
  return bits
}
