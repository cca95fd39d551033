/*
The body of a request that comes as JSON or as the same under gzip. A telephone on a link of 500 kbit/s sends a tenth; who sends a bomb is told so before it is large.
*/
import { isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'

export const MOST_SENT_BYTES = 4_000_000
/** A telephone packs at most 1.5 MB, or one parcel. Forty megabytes of `[],` come in 40 kB and take a gigabyte once they are read. */
export const MOST_READ_BYTES = 8_000_000

const inflate = promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(gunzip)

export async function readBody(body: unknown): Promise<Outcome<unknown>> {
  const sent = body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Buffer.alloc(0)
  const bytes = sent[0] === 0x1f && sent[1] === 0x8b ? await inflated(sent) : sent
  if (bytes === 'too-large') return refused('too-large')
  if (bytes === null || !isUtf8(bytes)) return refused('not-understood', { faults: [] })
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return accepted(value)
  } catch {
    return refused('not-understood', { faults: [] })
  }
}

async function inflated(sent: Buffer): Promise<Buffer | 'too-large' | null> {
  try {
    return await inflate(sent, { maxOutputLength: MOST_READ_BYTES })
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}
