/*
Which site a written key means: its id, national key or ICGLR identifier first, then its name or an alias without regard to accents
and capitals. A name that several sites bear is answered with all of them, never with one of them; what a record that was merged was
called means the one that stands for it.
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
  const rows = await listSiteRows(tx, tenant, now)
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const own of rows) {
    const row = (own.merged_into !== null && byId.get(own.merged_into)) || own
    for (const code of [own.id, own.national_id, own.icglr_id]) if (code !== null) byCode.set(code.toLowerCase(), row)
    for (const name of new Set([own.name, ...own.aliases].map(plain))) {
      const known = byName.get(name)
      if (!known) byName.set(name, [row])
      else if (!known.includes(row)) known.push(row)
    }
  }
  return (key) => {
    const exact = byCode.get(key.trim().toLowerCase())
    return exact ? [exact] : (byName.get(plain(key)) ?? [])
  }
}
