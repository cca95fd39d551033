/*
An organisation is a fact with a date: who it is, what kind of body, where it works. A trader who works alone is entered under
the number of the card, not under a name: what stands here goes into the log and stays there.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, maybe, orNull, record, text } from '../../../kernel/schema.ts'
import { OrganisationKind } from '../contract.ts'

/** Numbers by which papers name it (RCCM, national identification, tax number, approval); `N/A` is an answer, absent is not asked. */
export const OrganisationIdentifiers = record({
  rccm: maybe(text(40)),
  nationalId: maybe(text(40)),
  taxNumber: maybe(text(40)),
  approval: maybe(text(60)),
})
export const OrganisationRegistered = record({
  name: text(160),
  kind: OrganisationKind,
  /** P-code of the province or territoire it works in; `null` for a national body. */
  area: orNull(text(12)),
  /** ISO 3166-1 alpha-2. */
  country: text(2),
  identifiers: OrganisationIdentifiers,
})
export type OrganisationRegistered = Infer<typeof OrganisationRegistered>
export const OrganisationAmended = record({
  name: maybe(text(160)),
  area: maybe(orNull(text(12))),
  identifiers: maybe(OrganisationIdentifiers),
  reason: text(400),
})
export type OrganisationAmended = Infer<typeof OrganisationAmended>

export type OrganisationEvent =
  | { readonly kind: 'organisation.registered.v1'; readonly payload: OrganisationRegistered }
  | { readonly kind: 'organisation.amended.v1'; readonly payload: OrganisationAmended }
export const organisationKinds = { 'organisation.registered.v1': OrganisationRegistered, 'organisation.amended.v1': OrganisationAmended }

export type OrganisationCommand =
  | ({ readonly type: 'register' } & OrganisationRegistered)
  | ({ readonly type: 'amend' } & OrganisationAmended)

export interface OrganisationContext {
  /** Whether the named area is in the gazetteer; true when none is named. */
  readonly areaKnown: boolean
}

/** Refusals: `organisation-exists`, `unknown-organisation`, `area-unknown`, `nothing-to-change`. */
export const organisationDecider: Decider<OrganisationRegistered | null, OrganisationCommand, OrganisationEvent, OrganisationContext> = {
  initial: null,
  decide: (state, command, { areaKnown }) => {
    if (!areaKnown) return refused('area-unknown', { area: command.area ?? null })
    if (command.type === 'register') {
      if (state) return refused('organisation-exists')
      const { type: _type, ...payload } = command
      return accepted([{ kind: 'organisation.registered.v1', payload }])
    }
    if (!state) return refused('unknown-organisation')
    const { type: _type, ...payload } = command
    if (payload.name === undefined && payload.area === undefined && payload.identifiers === undefined) return refused('nothing-to-change')
    return accepted([{ kind: 'organisation.amended.v1', payload }])
  },
  evolve: (state, event) => {
    if (event.kind === 'organisation.registered.v1') return event.payload
    if (!state) return state
    return {
      ...state,
      name: event.payload.name ?? state.name,
      area: event.payload.area === undefined ? state.area : event.payload.area,
      identifiers: event.payload.identifiers ?? state.identifiers,
    }
  },
}
