/*
The course of a dossier as the log holds it: who did what in which function and when, the versions with what was said to each, and whose turn it is.
It is read from the signed events themselves, so nothing can stand here that nobody signed.
*/
import { daysBetween, todayAt } from '../../../../kernel/calendar.ts'
import { type Infer, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { CheckReport } from '../../contract.ts'
import type { DossierAct, DossierCourse, DossierVersion, DossierWait, Turn } from '../../contract-dossier.ts'
import * as happened from '../../domain/dossier-events.ts'
import { inQuestion, namedAsSeen } from '../../domain/refuse.ts'
import { certificateRulebook } from '../../domain/rulebook.ts'
import type { DossierRow } from '../store.ts'
import { type LoggedRow, findPlace, listLogged } from './store-course.ts'

const TURN_OF: ReadonlyMap<string, Turn> = new Map([
  ['open', 'verifier'],
  ['recommended', 'validator'],
  ['revision-requested', 'exporter'],
  // Whoever was refused mends, or gives up.
  ['refused', 'exporter'],
])
export const statesOf = (turn: Turn | undefined): readonly string[] =>
  [...TURN_OF].flatMap(([state, of]) => (turn === undefined || of === turn ? [state] : []))

const { verify, validate } = certificateRulebook.values.deskDays.value
const GIVEN: { readonly [T in Turn]: number | null } = { verifier: verify, validator: validate, exporter: null }
const DAY = 86_400_000
/** Whoever waits since before these is overdue: the day of arrival does not count. */
export const overdueBefore = (now: string) => {
  const startOfDay = Date.parse(`${todayAt(now)}T00:00:00.000Z`)
  return { open: new Date(startOfDay - verify * DAY).toISOString(), recommended: new Date(startOfDay - validate * DAY).toISOString() }
}

export type Placed = Pick<DossierRow, 'state' | 'waitsSince'> & { readonly place: number; readonly waiting: number }
export function waitOf({ state, waitsSince, place, waiting }: Placed, now: string): DossierWait | null {
  const turn = TURN_OF.get(state)
  if (turn === undefined) return null
  const days = Math.max(0, daysBetween(todayAt(waitsSince), todayAt(now)))
  const given = GIVEN[turn]
  const overdue = given !== null && waitsSince < (turn === 'verifier' ? overdueBefore(now).open : overdueBefore(now).recommended)
  return { turn, since: waitsSince, days, given, overdue, place, waiting }
}

interface Asked {
  /** The checks as this reader may read them. */
  readonly seen: (checks: readonly CheckReport[]) => readonly CheckReport[]
  readonly tx: Tx
  readonly tenant: string
  readonly account: string
  readonly now: string
}
export async function courseOf({ tx, tenant, account, now, seen }: Asked, row: DossierRow): Promise<Infer<typeof DossierCourse>> {
  const logged = await listLogged(tx, tenant, row.id)
  const versions: DossierVersion[] = []
  const acts: DossierAct[] = []
  for (const event of logged) {
    apply(versions, event)
    const act = actOf(event)
    if (act)
      acts.push({
        ...act,
        at: event.learnedAt,
        position: event.position,
        version: Math.max(1, versions.length),
        byMe: event.account === account,
      })
  }
  const wait = TURN_OF.has(row.state) ? waitOf({ ...row, ...(await findPlace(tx, tenant, row)) }, now) : null
  return { wait, acts: acts.slice(-1_000), versions: versions.slice(-200).map((one) => shown(one, seen)) }
}

const shown = (version: DossierVersion, seen: Asked['seen']): DossierVersion =>
  version.outcome === null ? version : { ...version, outcome: outcomeAsSeen(version.outcome, seen) }

function outcomeAsSeen({ checks, named, ...outcome }: NonNullable<DossierVersion['outcome']>, seen: Asked['seen']) {
  const shown = [...seen(checks)]
  return { ...outcome, checks: shown, ...(named === undefined ? {} : { named: [...namedAsSeen(named, checks, shown)] }) }
}

function actOf({ kind, payload }: LoggedRow): Pick<DossierAct, 'what' | 'by' | 'text'> | null {
  switch (kind) {
    case 'dossier.opened.v1':
      return { what: 'opened', by: 'exporter', text: null }
    case 'dossier.revised.v1':
      return { what: 'revised', by: 'exporter', text: mustParse(happened.DossierRevised, payload).reason }
    case 'dossier.fact-attached.v1': {
      const { fact, by } = mustParse(happened.DossierFactAttached, payload)
      return { what: 'attached', by: by ?? 'exporter', text: fact.reference }
    }
    case 'dossier.recommended.v1':
      return { what: 'recommended', by: 'verifier', text: mustParse(happened.DossierRecommended, payload).remark ?? null }
    case 'dossier.revision-requested.v1': {
      const { by, reason } = mustParse(happened.DossierRevisionRequested, payload)
      return { what: 'revision-requested', by, text: reason }
    }
    case 'dossier.refused.v1':
      return { what: 'refused', by: 'validator', text: mustParse(happened.DossierRefused, payload).reason }
    case 'certificate.issued.v1': {
      const { number, reviewReason } = mustParse(happened.CertificateIssued, payload)
      return { what: 'issued', by: 'validator', text: reviewReason ?? number }
    }
    case 'certificate.used.v1':
      return { what: 'shipped', by: 'somebody', text: mustParse(happened.CertificateUsed, payload).place }
    case 'certificate.revoked.v1':
      return { what: 'revoked', by: 'authority', text: mustParse(happened.CertificateRevoked, payload).reason }
    case 'dossier.closed.v1':
      return { what: 'closed', by: 'validator', text: mustParse(happened.DossierClosed, payload).remark ?? null }
    case 'dossier.cancelled.v1':
      return { what: 'cancelled', by: 'exporter', text: mustParse(happened.DossierCancelled, payload).reason }
    default:
      return null
  }
}

/** A version begins with what was declared and takes the last thing that was said to it. */
function apply(versions: DossierVersion[], { kind, payload, learnedAt: at }: LoggedRow): void {
  const begin = (terms: DossierVersion['terms'], reason: string | null) =>
    versions.push({ version: versions.length + 1, terms, since: at, reason, papers: 0, outcome: null })
  const last = versions.at(-1)
  const ends = (outcome: Omit<NonNullable<DossierVersion['outcome']>, 'at'>) => {
    if (last) versions[versions.length - 1] = { ...last, outcome: { ...outcome, at } }
  }
  if (kind === 'dossier.opened.v1') begin(mustParse(happened.DossierOpened, payload).terms, null)
  if (kind === 'dossier.revised.v1') {
    const { terms, reason } = mustParse(happened.DossierRevised, payload)
    begin(terms, reason)
  }
  if (kind === 'dossier.fact-attached.v1' && last) versions[versions.length - 1] = { ...last, papers: last.papers + 1 }
  if (kind === 'dossier.recommended.v1') {
    const { remark, checks } = mustParse(happened.DossierRecommended, payload)
    ends({ what: 'recommended', reason: remark ?? null, checks })
  }
  if (kind === 'dossier.revision-requested.v1') {
    const { reason, checks } = mustParse(happened.DossierRevisionRequested, payload)
    ends({ what: 'revision-requested', reason, checks })
  }
  if (kind === 'dossier.refused.v1') {
    const { reason, checks, named } = mustParse(happened.DossierRefused, payload)
    ends({ what: 'refused', reason, checks, named: [...(named ?? inQuestion(checks))] })
  }
  if (kind === 'certificate.issued.v1') {
    const { reviewReason, checks } = mustParse(happened.CertificateIssued, payload)
    ends({ what: 'issued', reason: reviewReason ?? null, checks })
  }
}
