import { drawOnMap } from './draw-on-map.mjs'
import { proveWork } from './prove-work.mjs'

drawOnMap(document)
proveWork(document)
