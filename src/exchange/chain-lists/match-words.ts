/* Finds the site and the organisation that a cell means: by national code, ICGLR identifier, name with territoire, or a name that only one has. */
import type { Found } from './read-row.ts'
import { plain } from './fields.ts'

export interface NamedSite {
  readonly id: string
  readonly name: string
  readonly nationalId: string
  readonly icglrId: string | null
  readonly aliases: readonly string[]
  /** P-code and name of the territoire. */
  readonly territoire: readonly string[]
}
export function siteIndex(sites: readonly NamedSite[]): (word: string, territoire: string | null) => Found {
  const byCode = new Map(
    sites.flatMap((site) =>
      [site.nationalId, site.icglrId ?? ''].filter((code) => code !== '').map((code) => [code.trim().toUpperCase(), site.id] as const),
    ),
  )
  const byName = new Map<string, NamedSite[]>()
  for (const site of sites)
    for (const name of new Set([site.name, ...site.aliases].map(plain)))
      if (name !== '') byName.set(name, [...(byName.get(name) ?? []), site])
  return (word, territoire) => {
    const code = byCode.get(word.trim().toUpperCase()) ?? byCode.get(word.trim().toUpperCase().replaceAll(' ', '+'))
    if (code !== undefined) return { id: code }
    const named = byName.get(plain(word)) ?? []
    const there = territoire === null ? named : named.filter((site) => site.territoire.map(plain).includes(plain(territoire)))
    const [only, second] = there.length > 0 ? there : named.length === 1 && territoire === null ? named : there
    if (!only) return 'unknown'
    return second ? 'several' : { id: only.id }
  }
}
export function organisationIndex(organisations: readonly { readonly id: string; readonly name: string }[]): (word: string) => Found {
  const byName = Map.groupBy(organisations, (one) => plain(one.name))
  const ids = new Set(organisations.map((one) => one.id))
  return (word) => {
    if (ids.has(word.trim().toLowerCase())) return { id: word.trim().toLowerCase() }
    const [only, second] = byName.get(plain(word)) ?? []
    if (!only) return 'unknown'
    return second ? 'several' : { id: only.id }
  }
}
