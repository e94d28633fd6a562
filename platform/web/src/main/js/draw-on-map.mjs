/*
 * Lets people draw on a map that the server made: the middle of a circle, or corners. What is drawn is written into the
 * form's own fields, which are there without script too and are what counts. A pointer draws, and so does the keyboard:
 * arrow keys move a cross, Enter sets a point, Backspace takes the last corner back.
 */
const DRAW_SVG = 'http://www.w3.org/2000/svg'
const DRAW_DECIMALS = 4
const DRAW_STEP = 4
const DRAW_LONG_STEP = 24
const DRAW_METRES_IN_A_DEGREE = 111320

export function drawOnMap (document) {
  for (const box of document.querySelectorAll('[data-bluelamp-draw]')) {
    offerDrawing(box)
  }
}

function offerDrawing (box) {
  const document = box.ownerDocument
  const svg = box.querySelector('svg')
  const form = box.closest('form')
  const { west, north, across, down, middle, radius, corners, mode } = box.dataset
  const field = name => form.querySelector(`[name="${name}"]`)
  const view = svg.viewBox.baseVal
  const cross = { x: view.width / 2, y: view.height / 2 }

  const frame = document.createElement('div')
  frame.className = 'bl-draw__frame'
  frame.tabIndex = 0
  frame.setAttribute('role', 'application')
  frame.setAttribute('aria-label', `${svg.getAttribute('aria-label')} to draw on. Arrow keys move the cross, with Shift further. Enter sets a point. Backspace takes the last corner back.`)
  svg.before(frame)
  frame.append(svg)
  svg.removeAttribute('role')
  svg.removeAttribute('aria-label')
  svg.setAttribute('aria-hidden', 'true')

  const layer = document.createElementNS(DRAW_SVG, 'g')
  svg.append(layer)
  const status = document.createElement('p')
  status.className = 'govuk-hint'
  status.setAttribute('role', 'status')
  const back = drawButton(document, 'Take the last corner back')
  const anew = drawButton(document, 'Begin anew')
  const buttons = document.createElement('div')
  buttons.className = 'govuk-button-group'
  buttons.append(back, anew)
  frame.after(status, buttons)

  function drawing () {
    if (mode) {
      const chosen = form.querySelector(`[name="${mode}"]:checked`)
      return chosen ? chosen.value : ''
    }
    const folded = field(corners).closest('details')
    return field(corners).value.trim() || (folded && folded.open) ? 'drawn' : 'circle'
  }

  function toDegrees (point) {
    const latitude = Number(north) - point.y / Number(down)
    const longitude = Number(west) + point.x / Number(across)
    return `${latitude.toFixed(DRAW_DECIMALS)}, ${longitude.toFixed(DRAW_DECIMALS)}`
  }

  function toDrawing (text) {
    const numbers = text.split(/[,;\s]+/).filter(Boolean).map(Number)
    return numbers.length === 2 && numbers.every(Number.isFinite)
      ? { x: (numbers[1] - Number(west)) * Number(across), y: (Number(north) - numbers[0]) * Number(down) }
      : null
  }

  function lines () {
    return field(corners).value.split('\n').map(line => line.trim()).filter(Boolean)
  }

  function set (point) {
    const kind = drawing()
    if (kind === 'circle') {
      field(middle).value = toDegrees(point)
      status.textContent = `The middle is at ${toDegrees(point)}.`
    } else if (kind === 'drawn') {
      const all = [...lines(), toDegrees(point)]
      field(corners).value = all.join('\n')
      status.textContent = `Corner ${all.length} is at ${toDegrees(point)}.${all.length < 3 ? ' Three at least are needed.' : ''}`
    } else {
      status.textContent = 'Choose above whether to draw around a point or within corners.'
    }
    redraw()
  }

  function takeBack () {
    if (drawing() === 'drawn') {
      const all = lines().slice(0, -1)
      field(corners).value = all.join('\n')
      status.textContent = all.length === 1 ? '1 corner is left.' : `${all.length} corners are left.`
      redraw()
    }
  }

  function redraw () {
    layer.replaceChildren()
    const kind = drawing()
    buttons.hidden = kind !== 'drawn'
    if (kind === 'circle') {
      const at = toDrawing(field(middle).value)
      if (at) {
        const high = Number(field(radius).value) / DRAW_METRES_IN_A_DEGREE * Number(down)
        add('circle', { cx: at.x, cy: at.y, r: high > 0 ? high : 0, class: 'bl-draw__shape' })
        add('circle', { cx: at.x, cy: at.y, r: 3, class: 'bl-draw__point' })
      }
    } else if (kind === 'drawn') {
      const points = lines().map(toDrawing).filter(Boolean)
      add('polygon', { points: points.map(point => `${point.x},${point.y}`).join(' '), class: 'bl-draw__shape' })
      points.forEach(point => add('circle', { cx: point.x, cy: point.y, r: 3, class: 'bl-draw__point' }))
    }
    add('path', {
      d: `M${cross.x - 10} ${cross.y}H${cross.x + 10}M${cross.x} ${cross.y - 10}V${cross.y + 10}`,
      class: 'bl-draw__cross'
    })
  }

  function add (name, attributes) {
    const element = document.createElementNS(DRAW_SVG, name)
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value))
    layer.append(element)
  }

  frame.addEventListener('click', event => {
    const shown = svg.getBoundingClientRect()
    cross.x = (event.clientX - shown.left) / shown.width * view.width
    cross.y = (event.clientY - shown.top) / shown.height * view.height
    set(cross)
  })

  frame.addEventListener('keydown', event => {
    const step = event.shiftKey ? DRAW_LONG_STEP : DRAW_STEP
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key]
    if (move) {
      cross.x = Math.min(view.width, Math.max(0, cross.x + move[0]))
      cross.y = Math.min(view.height, Math.max(0, cross.y + move[1]))
      redraw()
    } else if (event.key === 'Enter') {
      set(cross)
    } else if (event.key === 'Backspace') {
      takeBack()
    } else {
      return
    }
    event.preventDefault()
  })

  back.addEventListener('click', takeBack)
  anew.addEventListener('click', () => {
    field(corners).value = ''
    status.textContent = 'No corner is left.'
    redraw()
  })
  form.addEventListener('input', redraw)
  form.addEventListener('change', redraw)
  redraw()
}

function drawButton (document, text) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = text
  return button
}
