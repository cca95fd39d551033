/* A warning as answers say it, for each way of seeing it. */
import { asId } from '../../../../kernel/schema.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { OwnWarning, ResponderLine, WarningFull, WarningLine } from '../../contract-warnings.ts'
import { touchesPersons } from '../../contract-warnings.ts'
import type { Responder, Warning } from '../../domain/warnings/warning.ts'
import type { WarningEvent } from '../../domain/warnings/warning-events.ts'
import { isLate, responseDue, triageDue, warningRules } from '../../domain/warnings/warning-rules.ts'
import { zoneOfPlace } from '../../domain/warnings/zones.ts'
import type { KnownWarning } from './sight-warnings.ts'

export interface Names {
  readonly areaOf: (code: string) => string
  readonly siteOf: (id: string) => string
  readonly bodyOf: (id: string) => string
}
const isWaiting = ({ state, assessment }: Warning): boolean => state !== 'closed' && assessment !== 'false'
const lateFor = (warning: Warning, one: Responder, now: string): boolean =>
  one.answer === null && isWaiting(warning) && isLate(responseDue(one.sharedAt, warning.severity), now)

export function lineOf({ id, warning }: Pick<KnownWarning, 'id' | 'warning'>, names: Names, now: string): WarningLine {
  const { received, severity, state, assessment, responders } = warning
  const due = state === 'received' ? triageDue(received.receivedAt, severity) : null
  return {
    ...{ id: asId('warning', id), number: received.number, type: received.type, severity, territoire: received.territoire },
    ...{ territoireName: names.areaOf(received.territoire), receivedAt: received.receivedAt, zone: zoneOfPlace(received.territoire) },
    site: received.site === null ? null : { id: received.site, name: names.siteOf(received.site) },
    ...{ state, assessment, triageDue: due, isTriageLate: due !== null && isLate(due, now), responders: responders.length },
    answered: responders.filter((one) => one.answer !== null).length,
    responsesLate: responders.filter((one) => lateFor(warning, one, now)).length,
  }
}
export const ownOf = ({ id, warning }: Pick<KnownWarning, 'id' | 'warning'>, names: Pick<Names, 'areaOf'>): OwnWarning => ({
  ...{ id: asId('warning', id), number: warning.received.number, type: warning.received.type, severity: warning.severity },
  ...{ territoireName: names.areaOf(warning.received.territoire), receivedAt: warning.received.receivedAt },
  ...{ zone: zoneOfPlace(warning.received.territoire), state: warning.state, feedback: warning.closed?.feedback ?? null },
  // What is not closed may still change: a reason is told with the end.
  because: warning.closed === null ? null : warning.because,
})

/** What is late comes first, the gravest of it before; then what was heard last. */
export const byClock = (a: WarningLine, b: WarningLine): number =>
  urgency(b) - urgency(a) || b.severity - a.severity || (a.receivedAt < b.receivedAt ? 1 : -1)
const urgency = ({ isTriageLate, responsesLate, state }: WarningLine): number =>
  isTriageLate ? 4 : responsesLate > 0 ? 3 : state === 'received' ? 2 : state === 'closed' ? 0 : 1

interface Telling {
  readonly names: Names
  readonly now: string
  readonly organisation: string | null
  /** Whether the reader sorts it. */
  readonly sorts: boolean
  /** It was shared with the reader's body, and that is all by which they see it: of words, those written to share and their own. */
  readonly isShared: boolean
}
export function fullOf(known: KnownWarning, acts: readonly WarningEvent[], telling: Telling): WarningFull {
  const { names, now, sorts, isShared } = telling
  const { warning } = known
  const { received } = warning
  return {
    ...{ view: 'full', line: lineOf(known, names, now), channel: received.channel, occurredAt: received.occurredAt },
    unsure: [...(received.unsure ?? [])],
    ...{ touchesPersons: touchesPersons(received.type), persons: received.persons, what: received.what },
    ...{ reporter: sorts ? received.reporter : null, source: sorts ? received.source : null },
    organisations: sorts ? received.organisations.map((one) => ({ id: one, name: names.bodyOf(one) })) : [],
    actors: [...received.actors],
    responders: warning.responders.map((one) => responderOf(warning, one, telling)),
    // By which way who warned was told says something of who that is.
    ...{ because: warning.because, feedback: isShared ? null : (warning.closed?.feedback ?? null) },
    ...{ incident: sorts ? warning.incident : null },
    steps: acts.map(({ kind, payload }) => ({
      ...{ what: kind.split('.')[1] ?? kind, at: payload.at, body: payload.body === null ? null : stepBody(kind, payload.body) },
      ...{ code: isShared && kind === 'warning.closed.v1' ? null : codeOf(kind, payload), words: wordsOf(kind, payload, telling) },
    })),
    triages: sorts && warning.state !== 'closed',
    rules: warningRules,
  }
  // Whose account sent it says who warned.
  function stepBody(kind: WarningEvent['kind'], body: string): string | null {
    return kind === 'warning.received.v1' ? null : names.bodyOf(body)
  }
}
function responderOf(warning: Warning, one: Responder, { names, now, organisation, sorts, isShared }: Telling): ResponderLine {
  return {
    ...{ organisation: one.organisation, name: names.bodyOf(one.organisation), sharedAt: one.sharedAt },
    ...{ due: responseDue(one.sharedAt, warning.severity), isLate: lateFor(warning, one, now), acknowledgedAt: one.acknowledgedAt },
    ...{ did: [...(one.answer?.did ?? [])], doneOn: one.answer?.doneOn ?? null, answeredAt: one.answer?.at ?? null },
    ...{ words: isShared && one.organisation !== organisation ? null : (one.answer?.words ?? null) },
    ...{ mayAnswer: warning.state !== 'closed' && (sorts || one.organisation === organisation) },
  }
}
/** To a responder, what was written to share, and what the own body answered; of `WarningShared` alone the words are meant for others. */
function wordsOf(kind: WarningEvent['kind'], payload: WarningEvent['payload'], { isShared, organisation }: Telling): string | null {
  const words = 'words' in payload ? (payload.words ?? null) : null
  const isOwn = 'organisation' in payload && payload.organisation === organisation
  return !isShared || kind === 'warning.shared.v1' || isOwn ? words : null
}
function codeOf(kind: WarningEvent['kind'], payload: WarningEvent['payload']): string | null {
  if (kind === 'warning.assessed.v1' && 'as' in payload) return payload.as
  if (kind === 'warning.graded.v1' && 'severity' in payload) return String(payload.severity)
  if (kind === 'warning.closed.v1' && 'feedback' in payload) return payload.feedback
  return null
}
/** Bodies that an answer about these warnings names. */
export const bodiesOf = (warnings: readonly Warning[], acts: readonly WarningEvent[] = []): readonly OrganisationId[] => [
  ...new Set([
    ...warnings.flatMap(({ received, responders }) => [...received.organisations, ...responders.map((one) => one.organisation)]),
    ...acts.flatMap(({ payload }) => (payload.body === null ? [] : [asId('organisation', payload.body)])),
  ]),
]
