/* Why a site stands where it stands in the ranked list, in words. */
import { dateText } from '../../../../kernel/phrase.ts'
import { type Translate, currentLanguage, wordOr } from '../../../../app/words.ts'
import type { Proposals } from '../../domain/missions/proposal-answers.ts'

type Reason = Proposals['sites'][number]['reasons'][number]
const known = [
  'expiry.soon',
  'expiry.lapsed',
  'never-inspected.never',
  'contradiction.interference',
  'contradiction.children',
  'contradiction.both',
  'incidents.load',
  'tonnage.reported',
  'tonnage.estimated',
  'season.barred-wet',
  'season.barred-dry',
  'season.only-dry',
  'season.open-wet',
  'season.open-dry',
  'walk.hours',
] as const

/** `Au 0.0064` in words: a small amount of gold keeps its digits. */
function massOf(text: string): string {
  const [mineral = '', mass = ''] = text.split(' ')
  const number = Number(mass).toLocaleString(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', { maximumSignificantDigits: 3 })
  return `${wordOr(`mineral.${mineral}`, mineral)} ${number.replaceAll('\u202f', '\u00a0')}`
}

export function reasonText(t: Translate, { factor, because, facts }: Reason): string {
  const key = known.find((one) => one === `${factor}.${because}`)
  if (!key) return `${factor} ${because}`
  const on = facts['on']
  const access = facts['access']
  const amount = facts['amount']
  const shown = {
    ...facts,
    ...(typeof on === 'string' ? { on: dateText(on) } : {}),
    ...(typeof access === 'string' ? { access: wordOr(`plan.access.${access}`, access) } : {}),
    ...(typeof amount === 'string' ? { amount: amount.split(', ').map(massOf).join(', ') } : {}),
  }
  return t(`rank.${key}`, shown)
}
