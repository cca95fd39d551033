/*
A person's own layers, kept in this browser's database and nowhere else. Where a browser keeps nothing (a private window), they live
until the page is closed and the screen says so.
*/
import type { FeatureCollection } from 'geojson'
import { useCallback, useEffect, useState } from 'react'

export const ownColours = ['teal', 'violet', 'brown', 'black'] as const
export type OwnColour = (typeof ownColours)[number]
export const ownTokens = { teal: '--accent', violet: '--map-alarm', brown: '--map-brown', black: '--ink' } as const

export interface OwnLayer {
  readonly id: string
  readonly name: string
  readonly colour: OwnColour
  readonly shown: boolean
  readonly data: FeatureCollection
}

const BASE = 'chanzo-own-layers'
const STORE = 'layers'

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(BASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id' }))
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => fail(request.error ?? new Error('not kept')))
  })
}
async function inStore<Value>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const base = await open()
  return new Promise((done, fail) => {
    const request = work(base.transaction(STORE, mode).objectStore(STORE))
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => fail(request.error ?? new Error('not kept')))
  })
}

export interface OwnLayers {
  readonly layers: readonly OwnLayer[]
  /** False once the device refused to keep one. */
  readonly kept: boolean
  readonly put: (layer: OwnLayer) => void
  readonly remove: (id: string) => void
}
/** The layers of this device, and the two acts on them. */
export function useOwnLayers(): OwnLayers {
  const [layers, setLayers] = useState<readonly OwnLayer[]>([])
  const [kept, setKept] = useState(true)
  useEffect(() => {
    inStore<OwnLayer[]>('readonly', (store) => store.getAll())
      .then(setLayers)
      .catch(() => setKept(false))
  }, [])
  const put = useCallback((layer: OwnLayer) => {
    setLayers((before) => [...before.filter((one) => one.id !== layer.id), layer].toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    inStore('readwrite', (store) => store.put(layer)).catch(() => setKept(false))
  }, [])
  const remove = useCallback((id: string) => {
    setLayers((before) => before.filter((one) => one.id !== id))
    inStore('readwrite', (store) => store.delete(id)).catch(() => setKept(false))
  }, [])
  return { layers, kept, put, remove }
}
