/*
Armed actors as a form asks for them: one repetition per actor, `actor_class`, `actor_unit`, `actor_frequency`, `actor_interference`.
The words of the form are put beside the words of this module; what fits none is kept as it was written.
*/
import type { FormValue } from '../../../forms/contract.ts'
import { type ArmedActorClass, type ArmedPresence, type Interference, PresenceFrequency } from '../../contract-observations.ts'
import { type Infer, parse } from '../../../../kernel/schema.ts'

const classes: { readonly [word: string]: Infer<typeof ArmedActorClass> } = {
  non_state: 'armed-group-local',
  foreign: 'armed-group-foreign',
  army: 'army',
  police: 'police',
  mines_police: 'mines-police',
  private_guard: 'private-security',
  intelligence: 'other',
  civil: 'other',
}
const frequencies: { readonly [word: string]: Infer<typeof PresenceFrequency> } = { rarely: 'rarer', several_a_week: 'several-a-week' }
const interferences: { readonly [Kind in keyof Interference]-?: string } = {
  taxation: 'tax_minerals',
  tradeTaxation: 'tax_trade',
  entryTaxation: 'entry_tax',
  monopoly: 'monopoly',
  buyingMinerals: 'buys',
  digging: 'digs',
  forcedLabour: 'forced_labour',
  pillaging: 'pillage',
  pitOwnership: 'owns_pits',
}

/** At most twelve, as an observation holds; the rest stays with the answers. */
export function armedIn(values: readonly FormValue[]): ArmedPresence[] {
  const told = values.flatMap(({ path, value }) => {
    const [, group, name] = /^(.*)\/(actor_(?:class|unit|frequency|interference))$/.exec(path) ?? []
    return group === undefined || name === undefined ? [] : [{ group, name, value: value.trim() }]
  })
  return [...Map.groupBy(told, (one) => one.group).values()].slice(0, 12).map((parts) => {
    const said = new Map(parts.map((one) => [one.name, one.value]))
    return actorOf({
      kind: said.get('actor_class') ?? '',
      unit: said.get('actor_unit') ?? '',
      often: said.get('actor_frequency') ?? '',
      does: said.get('actor_interference'),
    })
  })
}

interface Told {
  readonly kind: string
  readonly unit: string
  readonly often: string
  readonly does: string | undefined
}
function actorOf({ kind, unit, often, does }: Told): ArmedPresence {
  const frequency = parse(PresenceFrequency, frequencies[often] ?? often)
  return {
    actor: (unit || kind || 'unknown').slice(0, 200),
    actorClass: classes[kind] ?? 'unknown',
    ...(kind === '' ? {} : { classAsWritten: kind.slice(0, 200) }),
    ...(frequency.ok ? { frequency: frequency.value } : {}),
    interference: does === undefined || does === '' ? {} : interferenceOf(does.split(/\s+/)),
  }
}

/** The question was answered: what is not named is no. */
const interferenceOf = (words: readonly string[]): Interference => ({
  taxation: words.includes(interferences.taxation),
  tradeTaxation: words.includes(interferences.tradeTaxation),
  entryTaxation: words.includes(interferences.entryTaxation),
  monopoly: words.includes(interferences.monopoly),
  buyingMinerals: words.includes(interferences.buyingMinerals),
  digging: words.includes(interferences.digging),
  forcedLabour: words.includes(interferences.forcedLabour),
  pillaging: words.includes(interferences.pillaging),
  pitOwnership: words.includes(interferences.pitOwnership),
})

export const doesInterfere = (armed: readonly ArmedPresence[]): boolean =>
  armed.some(({ interference }) => Object.values(interference).includes(true))
