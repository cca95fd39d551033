/* What is tapped of one group before it is noted, and the group that it becomes. Pure; the hour is given. */
import { FlowGroup } from '../contract.ts'
import { fitOf, sumOfParts } from '../domain/sums.ts'
import { parse } from '../../../kernel/schema.ts'

export const partNames = ['women', 'men', 'girls', 'boys'] as const
export const vulnerableNames = ['pregnant', 'elderly', 'disability', 'unaccompanied'] as const
export const blankTally = {
  ...{ women: 0, men: 0, girls: 0, boys: 0, under5: 0, pregnant: 0, elderly: 0, disability: 0, unaccompanied: 0 },
  ...{ direction: 'in', size: '', reason: '', transport: '', stay: '', from: '', to: '', nationality: '' },
}
export type Tally = typeof blankTally

/** `COD` is a country, `CD62` an area; anything else is not taken. */
function placeOf(said: string): { readonly country: string } | { readonly adm1: string } | null {
  const code = said.trim().toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return { country: code }
  return /^[A-Z]{2}[A-Z0-9]{1,10}$/.test(code) ? { adm1: code } : null
}
/** `null` while nobody was counted, or a word is no code. */
export function groupOf(tally: Tally, hour: number | null): FlowGroup | null {
  const { women, men, girls, boys } = tally
  const sum = women + men + girls + boys
  const size = tally.size.trim() === '' ? sum : Number(tally.size)
  const [from, to, nation] = [placeOf(tally.from), placeOf(tally.to), tally.nationality.trim().toUpperCase()]
  if ((tally.from.trim() !== '' && from === null) || (tally.to.trim() !== '' && to === null)) return null
  if (nation !== '' && !/^[A-Z]{3}$/.test(nation)) return null
  const { pregnant, elderly, disability, unaccompanied } = tally
  const isVulnerable = pregnant + elderly + disability + unaccompanied > 0
  const counted = sum > 0
  const group = parse(FlowGroup, {
    ...{ hour, direction: tally.direction, size },
    ...(counted ? { women, men, girls, boys, under5: tally.under5 } : { women: null, men: null, girls: null, boys: null, under5: null }),
    ...(isVulnerable ? { vulnerable: { pregnant, elderly, disability, unaccompanied } } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(nation === '' ? {} : { nationalities: [{ iso3: nation, n: size }] }),
    ...{ transport: tally.transport || null, reason: tally.reason || null, stay: tally.stay || null },
  })
  return group.ok ? group.value : null
}
/** Said to who counts before the group is noted; it is noted all the same. */
export function misfitOf(group: FlowGroup | null): { readonly sum: number; readonly size: number } | null {
  return group !== null && fitOf(group) === 'misfit' ? { sum: sumOfParts(group), size: group.size } : null
}
/** After a group was noted the next one often goes the same way. */
export const afterNoting = ({ direction, reason, transport, from, to, nationality }: Tally): Tally => ({
  ...blankTally,
  ...{ direction, reason, transport, from, to, nationality },
})
