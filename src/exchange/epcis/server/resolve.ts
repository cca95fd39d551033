/*
Identifiers in a document to our own: our addresses (`/id/loc/…`) by what they spell, anybody's by what was captured under them before.
An address that leads nowhere is named, never guessed.
*/
import type { Tx } from '../../../platform/database/transaction.ts'
import { type Json, isList, isObject } from '../domain/json.ts'
import type { Custody } from './sight.ts'
import { findThings } from './store-events.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
interface Around {
  readonly tenant: string
  readonly custody: Custody
  readonly base: string
}
export interface Resolver {
  readonly lot: (uri: string) => Promise<string | null>
  /** With every identifier in it resolved; `unknown` names the first that leads nowhere. */
  readonly data: (value: Json) => Promise<{ readonly value: Json; readonly unknown: string | null }>
}

export function resolveWith(tx: Tx, { tenant, custody, base }: Around): Resolver {
  /** The last part of an address of ours: number of a lot, tag, or id. */
  const own = (uri: string): { readonly kind: string; readonly name: string } | null => {
    if (!uri.startsWith(`${base}/id/`)) return null
    // What stands behind a # is a part of the place.
    const parts = (uri.slice(base.length + 4).split('#')[0] ?? '').split('/')
    const last = parts.at(-1) ?? ''
    return { kind: parts[0] ?? '', name: safely(last) }
  }
  const lot = async (uri: string): Promise<string | null> => {
    const ours = own(uri)
    if (ours !== null && UUID.test(ours.name)) return ours.name
    if (ours !== null && (ours.kind === 'obj' || ours.kind === 'class')) {
      const found = await custody.named(tx, tenant, ours.name)
      return found.length === 1 ? (found[0]?.lot ?? null) : null
    }
    return (await findThings(tx, tenant, [uri])).get(uri) ?? null
  }
  const one = async (uri: string): Promise<string | null> => {
    const ours = own(uri)
    if (ours !== null && (ours.kind === 'loc' || ours.kind === 'party')) return UUID.test(ours.name) ? ours.name : null
    return lot(uri)
  }
  const data = async (value: Json): Promise<{ readonly value: Json; readonly unknown: string | null }> => {
    if (typeof value === 'string') {
      if (!/^(https?|urn|did):\S+$/.test(value)) return { value, unknown: null }
      const found = await one(value)
      return found === null ? { value, unknown: value.slice(0, 400) } : { value: found, unknown: null }
    }
    if (isList(value)) {
      const parts = await inTurn(value, data)
      return { value: parts.map((part) => part.value), unknown: parts.find((part) => part.unknown !== null)?.unknown ?? null }
    }
    if (isObject(value)) {
      const names = Object.keys(value)
      const parts = await inTurn(Object.values(value), data)
      return {
        value: Object.fromEntries(names.map((name, at) => [name, parts[at]?.value ?? null])),
        unknown: parts.find((part) => part.unknown !== null)?.unknown ?? null,
      }
    }
    return { value, unknown: null }
  }
  return { lot, data }
}
/** One question at a time: a transaction answers no two at once. */
async function inTurn<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> {
  const done: B[] = []
  for (const item of items) done.push(await work(item))
  return done
}
function safely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
