/* What lies in a browser: everything at rest that scripts of the page could read, byte by byte, and everything in its memory. */
import type { Page } from 'playwright-core'

/** Databases, storages and kept answers of the page, as text; bytes as Latin-1, so that a word in them is found. The app's own files are left out. */
export const storesOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((done, failed) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => failed(request.error ?? new Error('the database was not read')))
      })
    const latin = (bytes: Uint8Array): string => {
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return text
    }
    const textOf = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return textOf(new Uint8Array(value))
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
        return `${latin(bytes)}${new TextDecoder().decode(bytes)}`
      }
      if (typeof value === 'object' && value !== null)
        return Object.entries(value)
          .map(([name, one]) => `${name} ${textOf(one)}`)
          .join('\n')
      return String(value)
    }
    const found = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      document.title,
      location.href,
    ]
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await asked(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        for (const value of await asked(database.transaction(store).objectStore(store).getAll())) found.push(textOf(value))
      database.close()
    }
    for (const name of await caches.keys()) {
      if (name.includes('precache')) continue
      const cache = await caches.open(name)
      for (const request of await cache.keys()) found.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    return found.join('\n')
  })

/** A snapshot of the heap of the page. */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const pieces: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void pieces.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return pieces.join('')
}
