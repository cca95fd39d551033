/* The form of one bag: its texts as kept on the device, the command made of them, and what the rules already say. */
import { useAnswer } from '../../../../app/ask.ts'
import type { Standing } from '../../../sites/contract.ts'
import type { Finding } from '../../contract.ts'
import {
  bagMassFinding,
  ineligibleSite,
  said,
  standingFacts,
  timeReversal,
  untaggedBag,
  wrongMineral,
} from '../../domain/plausibility/arrival-rules.ts'
import { gramsOf } from '../lots/mass-field.tsx'

export const minerals = ['Sn', 'Ta', 'W', 'Au', 'other'] as const
const isMineral = (text: string): text is (typeof minerals)[number] => minerals.some((one) => one === text)

export const emptyBag = {
  siteId: '',
  siteName: '',
  siteCode: '',
  tag: '',
  mineral: '',
  mass: '',
  tare: '',
  producedOn: '',
  weighedOn: '',
  pit: '',
  team: '',
  holder: '',
}
export type BagForm = typeof emptyBag

/** The command's data, or null while something that it must hold is missing. */
export function bagOf(form: BagForm): object | null {
  const grams = gramsOf(form.mass)
  const tare = form.tare.trim() === '' ? undefined : gramsOf(form.tare)
  if (grams === null || tare === null || !isMineral(form.mineral) || form.producedOn === '' || form.holder === '') return null
  const { tag, pit, team, weighedOn, siteId, producedOn, holder, mineral } = form
  return {
    site: siteId === '' ? null : siteId,
    tag: tag.trim() === '' ? null : tag.trim(),
    mineral,
    massGrams: grams,
    ...(tare === undefined ? {} : { tareGrams: tare }),
    producedOn,
    ...(weighedOn === '' ? {} : { weighedOn }),
    ...(pit.trim() ? { pit: pit.trim() } : {}),
    ...(team.trim() ? { team: team.trim() } : {}),
    holder,
  }
}

/** What the rules already say, by the same functions as the server's; empty until there is enough to speak of. */
export function useLiveFindings(form: BagForm): readonly Finding[] {
  const { siteId, producedOn, weighedOn, mineral, mass, tag } = form
  const path = siteId === '' || producedOn === '' ? null : `/api/sites/${siteId}/standing?asOf=${producedOn}`
  const standing = useAnswer<Standing>(path).data
  const site = useAnswer<{ readonly minerals: readonly (typeof minerals)[number][] }>(siteId === '' ? null : `/api/sites/${siteId}`).data
  const grams = gramsOf(mass)
  return said(
    grams !== null && isMineral(mineral) ? bagMassFinding(mineral, grams) : null,
    grams !== null && tag.trim() === '' ? untaggedBag(null) : null,
    standing ? ineligibleSite(siteId, producedOn, standingFacts(standing)) : null,
    isMineral(mineral) && site ? wrongMineral(mineral, site.minerals) : null,
    producedOn !== '' && weighedOn !== '' ? timeReversal('weighed-before-produced', producedOn, weighedOn) : null,
  )
}
