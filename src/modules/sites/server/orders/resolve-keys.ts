/*
Which site a written key means: its id, national key or ICGLR identifier first, then its name or an alias without regard to accents
and capitals. A name that several sites bear is answered with all of them, never with one of them.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type SiteTableRow, listSiteRows } from '../register/store-register.ts'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

export type Resolve = (key: string) => readonly SiteTableRow[]

/** Reads the register once; the answer is asked for as many keys as an annex has. */
export async function keyResolver(tx: Tx, tenant: string, now: string): Promise<Resolve> {
  const byCode = new Map<string, SiteTableRow>()
  const byName = new Map<string, SiteTableRow[]>()
  for (const row of await listSiteRows(tx, tenant, now)) {
    for (const code of [row.id, row.national_id, row.icglr_id]) if (code !== null) byCode.set(code.toLowerCase(), row)
    for (const name of new Set([row.name, ...row.aliases].map(plain))) {
      const known = byName.get(name)
      if (known) known.push(row)
      else byName.set(name, [row])
    }
  }
  return (key) => {
    const exact = byCode.get(key.trim().toLowerCase())
    return exact ? [exact] : (byName.get(plain(key)) ?? [])
  }
}
