/*
One request of an OpenRosa client taken apart: the submission, its files, and whether more follows. Each part has its bound; what is larger is named
and not kept. File names are names: paths are cut off, and nothing here is ever written under them.
*/
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { MOST_BYTES } from '../../../modules/documents/contract.ts'
import type { FileSent } from './take-submission.ts'

export interface SentParts {
  readonly xml: string
  readonly files: readonly FileSent[]
  readonly moreFollows: boolean
}
const SUBMISSION = 'xml_submission_file'
const INCOMPLETE = '*isIncomplete*'
const MOST_OF_XML = 2_000_000
const MOST_FILES = 400
const NOTHING = new Uint8Array()

export async function readParts(contentType: string, body: Uint8Array): Promise<Outcome<SentParts>> {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return refused('not-a-submission')
  const parts = await partsOf(contentType, body)
  if (parts === null) return refused('not-a-submission')
  const submission = parts.find((one) => one.field === SUBMISSION)
  if (submission === undefined) return refused('not-a-submission')
  if (submission.isCut || submission.bytes.length > MOST_OF_XML) return refused('xml-too-large', { most: Math.floor(MOST_OF_XML / 1000) })
  const xml = utf8(submission.bytes)
  if (xml === null) return refused('xml-not-understood', { line: 1 })
  const files = parts
    .filter((one) => one.field !== SUBMISSION && one.fileName !== null)
    .map(({ fileName, mediaType, bytes, isCut }) => ({ name: fileName ?? '', mediaType, bytes, ...(isCut ? { isTooLarge: true } : {}) }))
  const moreFollows = parts.some(
    (one) => one.field === INCOMPLETE && one.fileName === null && /^(yes|true|1)$/i.test(utf8(one.bytes) ?? ''),
  )
  return accepted({ xml, files, moreFollows })
}

interface Part {
  readonly field: string
  /** Null for a plain field. */
  readonly fileName: string | null
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Larger than its bound; the rest was thrown away. */
  readonly isCut: boolean
}
/** Null when it cannot be read to its end: half a request says nothing. */
function partsOf(contentType: string, body: Uint8Array): Promise<readonly Part[] | null> {
  const limits = { fileSize: MOST_BYTES, files: MOST_FILES, fields: 40, fieldSize: MOST_OF_XML, headerPairs: 40 }
  return new Promise((resolve) => {
    const parts: Part[] = []
    let isOver = false
    const reader = readerOf(contentType, limits)
    if (reader === null) return resolve(null)
    reader.on('file', (...[field, stream, fileName, , mediaType]) => {
      const pieces: Buffer[] = []
      let isCut = false
      stream.on('data', (piece: Buffer) => void pieces.push(piece))
      stream.on('limit', () => void (isCut = true))
      // Half a file, where the request broke off.
      stream.on('error', () => resolve(null))
      stream.on('end', () =>
        parts.push({ field, fileName: fileName ?? '', mediaType, bytes: isCut ? NOTHING : Buffer.concat(pieces), isCut }),
      )
    })
    reader.on('field', (...[field, value, , isCut]) =>
      parts.push({ field, fileName: null, mediaType: 'text/plain', bytes: Buffer.from(value, 'utf8'), isCut }),
    )
    reader.on('filesLimit', () => void (isOver = true))
    reader.on('fieldsLimit', () => void (isOver = true))
    reader.on('error', () => resolve(null))
    reader.on('finish', () => resolve(isOver ? null : parts))
    reader.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength))
  })
}

/** A head without a boundary makes the reader throw. */
function readerOf(contentType: string, limits: object): BusboyInstance | null {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits })
  } catch {
    return null
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
