/* Errors in the protocol's own shape: code, message, timestamp, and for bad input the fields. English, as the protocol is. */
import type { Fault } from '../../../kernel/schema.ts'
import type { Reply } from '../../../platform/http/route.ts'
import { SCHEMA_VERSION } from '../codes.ts'
import type { Difference } from '../from-wire.ts'

const messages = {
  'not-signed-in': 'Send an API key (X-API-Key, or Authorization: Bearer) or a signed token of an authority that this server knows.',
  'not-allowed': 'This key may not do that.',
  'not-understood': 'The request cannot be read; see details.',
  'no-such-lot': 'No lot that this key may see has this number.',
  'lot-exists': 'A lot has this number already, with another content; what was written is never changed by a document.',
  'lot-refused': 'The rules of custody do not allow this lot; see details.',
  'no-such-certificate': 'No export certificate that this key may see has this serial in this country.',
  'certificate-taken-back':
    'This certificate was revoked or replaced and no longer counts; see details. Ask with status=any for the document (an extension of ours).',
  'certificate-exists':
    'A certificate of this country has this serial already, with another content; what was written is never changed by a document.',
  'certificate-of-our-own': 'Certificates of this country are issued on this server and are not taken from a document.',
  'no-such-site': 'No site has this ICGLR identifier.',
  'site-exists': 'A site has this ICGLR identifier or national identifier already; send what is new with PUT.',
  'history-kept': 'What was written before is never changed by a document; see details.',
  'sign-unknown': 'The latitude of the identifier has no sign and sites on both sides of the equator would fit; write + or -.',
  'outside-your-territory': 'This key writes for a part of the country only.',
  'too-large': 'The document is too large.',
  'request-from-another-site': 'A browser sent this from a page of another site.',
  'clock-not-right': 'The clock of the server is not right; try later.',
  fault: 'The server failed; the operator finds it under the identifier in details.',
} as const
type Code = keyof typeof messages
const isCode = (code: string): code is Code => code in messages

export function problem(status: number, code: Code, details: readonly Difference[] = []): Reply {
  const body = { schemaVersion: SCHEMA_VERSION, code, message: messages[code], timestamp: new Date().toISOString(), details }
  return { status, body, ...(status === 401 ? { headers: { 'www-authenticate': 'Bearer realm="chanzo"' } } : {}) }
}

/** Of nested alternatives the schema library names no field; of unknown ones it names them beside the path. */
export const badInput = (faults: readonly Fault[], status = 400): Reply =>
  problem(
    status,
    'not-understood',
    faults.map(({ path, problem: what }) => {
      const [word = '', names = ''] = what.split('unknown-field:')
      return names === ''
        ? { field: path, problem: what }
        : { field: [path, names].filter((part) => part !== '').join('.'), problem: `${word}unknown-field` }
    }),
  )

/** What the server itself refuses, said again in the protocol's shape. */
export function inIcglrWords({ status, body }: Reply): Reply {
  const fault = partOf(partOf(body, 'fault'), 'id')
  if (fault !== undefined) return problem(status, 'fault', [{ field: 'id', problem: String(fault) }])
  const code = String(partOf(partOf(body, 'refusal'), 'code'))
  return problem(status, isCode(code) ? code : 'not-understood')
}
const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined
