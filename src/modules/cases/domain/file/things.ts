/*
What hangs on a case besides its own steps, several of each: grants, ways home, debts settled, tracks of justice, best interests. Each is a decider
of its own that knows nothing of the others; here they are held by number. What goes to justice asks the consent gate for the body it goes to.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { AccountId, OrganisationId } from '../../../people/contract.ts'
import { type BestInterests, type PanelRules, allowsReturn, bestInterestsDecider } from '../children/best-interests.ts'
import type { Consents } from '../consent/consent-state.ts'
import { consentFor } from '../consent/gate.ts'
import { type Releasing, gateOf } from '../consent/release.ts'
import { type JusticeTrack, decideHearing, isFollowedBy, justiceDecider, noTrack } from '../justice/justice-track.ts'
import { type Mediation, mediationDecider } from '../livelihood/debt-mediation.ts'
import { type Grant, grantDecider } from '../livelihood/grant.ts'
import { type Return, returnDecider } from '../livelihood/return.ts'
import type { FileEvent, ThingCommand, ThingEvent } from './file-words.ts'

export interface Things {
  readonly grants: ReadonlyMap<string, Grant>
  readonly returns: ReadonlyMap<string, Return>
  readonly debts: ReadonlyMap<string, Mediation>
  readonly tracks: ReadonlyMap<string, JusticeTrack>
  readonly bestInterests: ReadonlyMap<string, BestInterests>
}
export const noThings: Things = {
  ...{ grants: new Map(), returns: new Map(), debts: new Map(), tracks: new Map(), bestInterests: new Map() },
}
export interface ThingsContext {
  readonly by: AccountId
  readonly at: string
  readonly today: string
  readonly isTrainedForChildren: boolean
  readonly isOnCommittee: boolean
  readonly isChild: boolean
  /** The body of justice to which a complaint goes. */
  readonly justiceBody: OrganisationId | null
  /** Of who follows a complaint from outside the team. */
  readonly body?: OrganisationId | null
  readonly consents: Consents
  readonly giving: Releasing['giving']
  readonly panel?: PanelRules
  readonly bound?: readonly string[]
}

const about = (thing: string, outcome: Outcome<readonly ThingEvent[]>): Outcome<readonly FileEvent[]> =>
  outcome.ok ? accepted(outcome.value.map((event) => ({ thing, event }))) : outcome

export function decideThing(things: Things, command: ThingCommand, context: ThingsContext): Outcome<readonly FileEvent[]> {
  const { thing } = command
  const { by, at, today, isTrainedForChildren, isOnCommittee, isChild, body = null } = context
  switch (command.about) {
    case 'grant':
      return about(thing, grantDecider.decide(things.grants.get(thing) ?? grantDecider.initial, command.ask, { by, at, isOnCommittee }))
    case 'return': {
      const isBestFound = allowsReturn([...things.bestInterests.values()])
      return about(
        thing,
        returnDecider.decide(things.returns.get(thing) ?? returnDecider.initial, command.ask, { by, at, isChild, isBestFound }),
      )
    }
    case 'debt':
      return about(thing, mediationDecider.decide(things.debts.get(thing) ?? mediationDecider.initial, command.ask, { by, at }))
    case 'justice': {
      const consent = consentFor(gateOf(context), { purpose: 'justice-report', recipient: context.justiceBody, service: null, fields: [] })
      const track = things.tracks.get(thing) ?? noTrack
      if (track.state !== null && !isFollowedBy(track, body)) return refused('unknown-justice-track')
      return about(
        thing,
        justiceDecider.decide(track, command.ask, { actor: by, at, today, isConsented: consent.ok, body, goesTo: context.justiceBody }),
      )
    }
    case 'hearing': {
      const track = things.tracks.get(thing) ?? noTrack
      if (!isFollowedBy(track, body)) return refused('unknown-justice-track')
      return about(thing, decideHearing(track, command.ask, { actor: by, at, today, body }))
    }
    case 'best-interests': {
      const state = things.bestInterests.get(thing) ?? bestInterestsDecider.initial
      return about(
        thing,
        bestInterestsDecider.decide(state, command.ask, {
          by,
          at,
          today,
          isTrained: isTrainedForChildren,
          bound: context.bound ?? [],
          ...(context.panel ? { panel: context.panel } : {}),
        }),
      )
    }
  }
}

const put = <State>(map: ReadonlyMap<string, State>, thing: string, state: State): ReadonlyMap<string, State> =>
  new Map([...map, [thing, state]])
export function evolveThing(things: Things, { thing, event }: { readonly thing: string; readonly event: ThingEvent }): Things {
  switch (event.kind) {
    case 'grant.moved.v1':
      return { ...things, grants: put(things.grants, thing, grantDecider.evolve(things.grants.get(thing) ?? grantDecider.initial, event)) }
    case 'return.moved.v1':
      return {
        ...things,
        returns: put(things.returns, thing, returnDecider.evolve(things.returns.get(thing) ?? returnDecider.initial, event)),
      }
    case 'debt-mediation.moved.v1': {
      const before = things.debts.get(thing) ?? mediationDecider.initial
      return { ...things, debts: put(things.debts, thing, mediationDecider.evolve(before, event)) }
    }
    case 'justice-track.moved.v1':
    case 'justice-track.hearing-set.v1':
      return { ...things, tracks: put(things.tracks, thing, justiceDecider.evolve(things.tracks.get(thing) ?? noTrack, event)) }
    case 'best-interests.moved.v1': {
      const before = things.bestInterests.get(thing) ?? bestInterestsDecider.initial
      return { ...things, bestInterests: put(things.bestInterests, thing, bestInterestsDecider.evolve(before, event)) }
    }
  }
}
