/* Places by their names: what a person looks for, and what stands in the words of a report. Names are public; nothing finer is told. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { SiteId } from '../../sites/contract.ts'
import { plain } from '../domain/conflict.ts'
import type { FoundPlace } from '../page/report-page.ts'
import type { VoiceDoors } from './doors.ts'

const MOST_FOUND = 8
/** Territoires, provinces and sites by name. Names are public; nothing finer than the territoire is told. */
export async function placesLike(tx: Tx, { places, sites, tenant, clock }: VoiceDoors, words: string): Promise<readonly FoundPlace[]> {
  const wanted = plain(words).trim()
  if (wanted.length < 2) return []
  const fits = (name: string): boolean => plain(name).includes(wanted)
  const territoires = await places.listAreas(tx, 'territoire', tenant)
  const areas = [...territoires, ...(await places.listAreas(tx, 'province', tenant))].filter((one) => fits(one.name))
  const question = { asOf: clock().slice(0, 10), knownAt: clock(), precision: 'coarse' } as const
  const named = wanted.length < 3 ? [] : (await sites.overview(tx, tenant, question)).filter((one) => fits(one.name))
  const areaName = (code: string | null): string => territoires.find((one) => one.code === code)?.name ?? ''
  return [
    ...named.map((one) => ({
      value: `site:${one.id}`,
      label: [one.name, areaName(one.territoireCode)].filter((part) => part !== '').join(', '),
    })),
    ...areas.map((one) => ({ value: `area:${one.code}`, label: `${one.name} (${one.kind})` })),
  ].slice(0, MOST_FOUND)
}

const wordsOf = (text: string): string =>
  ` ${plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
/** Words with which many names begin and which therefore name nothing. */
const COMMON = new Set('colline puits carriere mine mines mont mlima site mgodi village riviere grand petit chantier'.split(' '))
/** How a name may stand in a text: whole, or by its first telling word. */
const namesOf = (name: string): readonly string[] => {
  const whole = wordsOf(name)
  const [first = ''] = whole.trim().split(' ')
  return first.length >= 5 && !COMMON.has(first) ? [whole, ` ${first} `] : [whole]
}
const MOST_PROPOSED = 10
/** Whole names before parts of them, sites before areas. */
export async function placesIn(
  tx: Tx,
  { places, sites, tenant, clock }: VoiceDoors,
  texts: readonly string[],
): Promise<readonly { readonly site: SiteId | null; readonly area: string | null; readonly label: string }[]> {
  const said = wordsOf(texts.join(' \n '))
  const rank = (name: string): number => (name.length < 4 ? -1 : namesOf(name).findIndex((one) => said.includes(one)))
  const territoires = await places.listAreas(tx, 'territoire', tenant)
  const areaName = (code: string | null): string => territoires.find((one) => one.code === code)?.name ?? ''
  const question = { asOf: clock().slice(0, 10), knownAt: clock(), precision: 'coarse' } as const
  const named = (await sites.overview(tx, tenant, question))
    .flatMap((one) => (rank(one.name) < 0 ? [] : [{ one, rank: rank(one.name) }]))
    .toSorted((a, b) => a.rank - b.rank)
  return [
    ...named.map(({ one }) => ({
      ...{ site: one.id, area: null },
      label: [one.name, areaName(one.territoireCode)].filter((part) => part !== '').join(', '),
    })),
    ...territoires.flatMap((one) => (rank(one.name) === 0 ? [{ site: null, area: one.code, label: one.name }] : [])),
  ].slice(0, MOST_PROPOSED)
}
