/* Inflating with a limit: a few bytes may stand for gigabytes, and none of them is kept. */
import { createInflate, inflateSync } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { Inflate } from '../domain/read-pdf.ts'

export const inflate: Inflate = (compressed, most) => {
  try {
    // A stream may carry a line end behind its last byte; zlib stops where the data say that they end.
    return inflateSync(compressed, { maxOutputLength: Math.max(1, most) })
  } catch {
    return null
  }
}

/** Whether these parts are one compressed whole of exactly so many bytes. Nothing of what comes out is kept. */
export async function inflatesTo(parts: readonly Uint8Array[], bytes: number): Promise<boolean> {
  let seen = 0
  try {
    await pipeline(Readable.from(parts), createInflate(), async (out: AsyncIterable<Uint8Array>) => {
      for await (const chunk of out) {
        seen += chunk.length
        if (seen > bytes) throw new Error('longer than it says')
      }
    })
  } catch {
    return false
  }
  return seen === bytes
}
