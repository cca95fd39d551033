/*
Who does what, where, when, for whom: one line for each activity, under headings and the row of HXL tags. Codes of places are OCHA's, as text. How many were reached is what was told of
locked values: nothing under ten is in it, and no territoire of a protection activity.
*/
import type { Cell } from '../../kernel/write-xlsx.ts'
import type { ProjectPublication, PublishedActivity, PublishedIndicator } from '../../modules/projects/contract-publication.ts'
import { hxlWords } from './words/hxl-words.ts'

export const TAGS = [
  ...['#org', '#org+impl', '#org+funding', '#sector', '#activity', '#adm1+name', '#adm1+code', '#adm2+name', '#adm2+code'],
  ...['#date+start', '#date+end', '#status', '#beneficiary', '#targeted', '#reached', '#reached+f', '#reached+m', '#reached+children'],
] as const
const KEYS = {
  women: ['women', 'woman', 'female', 'f', 'girls'],
  men: ['men', 'man', 'male', 'm', 'boys'],
  children: ['children', 'child', 'under-18', '<18', 'girls', 'boys', '0-17'],
} as const

export function fiveW({ opened, activities, indicators }: ProjectPublication, language: 'fr' | 'en'): readonly (readonly Cell[])[] {
  const words = hxlWords[language]
  const rows = activities.map((one): readonly Cell[] => [
    ...[opened.implementer, one.implementer ?? opened.implementer, opened.donor, words[one.sector], textOf(one, language)],
    ...[one.province.name, codeOf(one.province.code), one.territoire?.name ?? '', codeOf(one.territoire?.code ?? '')],
    ...[one.startsOn, one.endsOn, words[one.status], words[one.beneficiary], one.targeted],
    ...reachedOf(indicators.find(({ indicator }) => indicator.id === one.reachedBy) ?? null),
  ])
  return [words.headings.split('|'), TAGS, ...rows]
}
const textOf = ({ title, modality }: PublishedActivity, language: 'fr' | 'en'): string =>
  `${language === 'en' ? (title.en ?? title.fr) : title.fr} (${hxlWords[language][modality]})`
/** A code that is no P-code, as of an invented province (X is given to no country), stands in no column that promises one. */
export const codeOf = (code: string): string => (/^(?!X)[A-Z]{2}\d{2,8}$/.test(code) ? code : '')

/**
 * Sums of numbers that were told already tell nothing new. All columns of a row are of one state, that of the newest locked figure: women and men who were restated since stand beside no
 * older sum. Of several divisions that name the same group one is counted, the first of the indicator that does.
 */
function reachedOf(found: PublishedIndicator | null): readonly Cell[] {
  if (found === null || found.indicator.unit !== 'number') return [null, null, null, null]
  const all = found.values.at(-1)?.cumulative.value ?? null
  const of = (keys: readonly string[]): Cell => {
    // Unique persons of several quarters do not add up.
    if (found.indicator.cumulates !== 'sum') return null
    const named = found.values.flatMap(({ counted }) => counted.filter((one) => keys.includes(one.key) && one.value !== null))
    const by = found.indicator.source.by.find((division) => named.some((one) => one.by === division))
    const told = named.filter((one) => one.by === by)
    return told.length === 0 ? null : told.reduce((sum, one) => sum + (one.value ?? 0), 0)
  }
  return [all, of(KEYS.women), of(KEYS.men), of(KEYS.children)]
}
