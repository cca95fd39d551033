/* Why a site stands where it stands in the ranked list, in words. */
import { dateText } from '../../../../kernel/phrase.ts'
import { type Translate, wordOr } from '../../../../app/words.ts'
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

export function reasonText(t: Translate, { factor, because, facts }: Reason): string {
  const key = known.find((one) => one === `${factor}.${because}`)
  if (!key) return `${factor} ${because}`
  const on = facts['on']
  const access = facts['access']
  const shown = {
    ...facts,
    ...(typeof on === 'string' ? { on: dateText(on) } : {}),
    ...(typeof access === 'string' ? { access: wordOr(`plan.access.${access}`, access) } : {}),
  }
  return t(`rank.${key}`, shown)
}
