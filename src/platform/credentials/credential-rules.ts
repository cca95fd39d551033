/*
What every credential of the W3C data model 2.0 must be, whoever secured it, and whether it counts at a moment. Signature good is not credential
good: these rules are asked besides. They know no vocabulary; a schema is a matter of who knows the kind of credential.
*/
import { type JsonObject, isObject, listed } from './json.ts'

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2'
const STAMP = /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

/** Milliseconds of a date and time with its zone; `null` for anything else. */
export function momentOf(value: unknown): number | null {
  if (typeof value !== 'string' || !STAMP.test(value)) return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}

export function issuerOf({ issuer }: JsonObject): string | null {
  const id = isObject(issuer) ? issuer['id'] : issuer
  return typeof id === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(id) ? id : null
}

/** Why this is no credential of the data model 2.0; `null` when it is one. */
export function shapeFault(credential: JsonObject): string | null {
  const { '@context': context, type, id, credentialSubject, validFrom, validUntil } = credential
  if (!Array.isArray(context) || context[0] !== CREDENTIALS_V2) return 'first-context'
  if (!context.every((one) => (typeof one === 'string' && one !== '') || isObject(one))) return 'context'
  if (!listed(type).includes('VerifiableCredential') || !listed(type).every((one) => typeof one === 'string')) return 'type'
  if (id !== undefined && (typeof id !== 'string' || !/^[a-z][a-z0-9+.-]*:/i.test(id))) return 'id'
  if (issuerOf(credential) === null) return 'issuer'
  const subjects = listed(credentialSubject)
  if (subjects.length === 0 || !subjects.every((one) => isObject(one) && Object.keys(one).length > 0)) return 'subject'
  if (validFrom !== undefined && momentOf(validFrom) === null) return 'valid-from'
  if (validUntil !== undefined && momentOf(validUntil) === null) return 'valid-until'
  const [from, until] = [momentOf(validFrom), momentOf(validUntil)]
  if (from !== null && until !== null && until < from) return 'valid-until'
  return listed(credential['credentialStatus']).every((one) => isObject(one) && one['type'] !== undefined) ? null : 'status'
}

/** Why it does not count at that moment; `null` when it does. */
export function timeFault({ validFrom, validUntil }: JsonObject, now: string): 'not-yet-valid' | 'expired' | null {
  const at = Date.parse(now)
  const [from, until] = [momentOf(validFrom), momentOf(validUntil)]
  if (from !== null && at < from) return 'not-yet-valid'
  return until !== null && at > until ? 'expired' : null
}
