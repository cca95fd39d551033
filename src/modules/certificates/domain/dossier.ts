/*
The life of a dossier: opened by the exporter, papers attached, recommended by a verifier, certified or refused by a validator
who is another person, perhaps revoked. Pure: the lot's way, the standing of the sites, the next number and the seal arrive in
the context. It refuses to issue over a failed check, over an unread one, and over doubt without a written reason.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, asId } from '../../../kernel/schema.ts'
import type { OpenDossier, RecommendDossier, ReviseDossier, RevokeCertificate } from '../contract.ts'
import { recordUse } from './certificate-use.ts'
import { cancel, close, requestRevision } from './course.ts'
import { isDesignated } from './certificate.ts'
import type { Paper } from './check-input.ts'
import { numbersOf } from './checks.ts'
import type { DossierEvent } from './dossier-events.ts'
import {
  type DossierCommand,
  type DossierContext,
  type DossierStanding,
  type KnownLot,
  type OpenedDossier,
  idsOf,
  reportsOf,
  unacknowledged,
} from './dossier-state.ts'
import { certify } from './issue.ts'
import { refuse } from './refuse.ts'

export const dossierDecider: Decider<DossierStanding, DossierCommand, DossierEvent, DossierContext> = {
  initial: { state: 'none' },
  decide: (dossier, command, context) => {
    if (command.kind === 'open-dossier') {
      return dossier.state === 'none' ? open(command.data, context) : refused('dossier-already-open')
    }
    if (dossier.state === 'none') return refused('unknown-dossier')
    if (command.kind === 'attach-fact') {
      const own = context.organisation === dossier.exporter
      if (!own && !context.certifies) return refused('not-the-exporter')
      if (context.scanIsMissing === true) return refused('paper-scan-not-sent')
      return accepted([{ kind: 'dossier.fact-attached.v1', payload: { fact: command.data, by: own ? 'exporter' : 'authority' } }])
    }
    if (command.kind === 'revise-dossier') return revise(dossier, command.data, context)
    if (command.kind === 'revoke-certificate') return revoke(dossier, command.data, context)
    if (command.kind === 'record-use') {
      const { certificate } = dossier
      return certificate === null
        ? refused('not-certified')
        : recordUse({ ...certificate, revoked: dossier.state === 'revoked' || context.keyIsStolen === true }, command.data, context.today)
    }
    if (command.kind === 'cancel-dossier') return cancel(dossier, command.data, context)
    if (command.kind === 'close-dossier') return close(dossier, command.data, context)
    const { world } = context
    if (world === null) return refused('unknown-lot')
    if (command.kind === 'request-revision') return requestRevision(dossier, command, { ...context, world })
    if (command.kind === 'recommend-dossier') return recommend(dossier, command.data, { ...context, world })
    if (command.kind === 'refuse-dossier') return refuse(dossier, command.data, { ...context, world })
    return certify(dossier, command.data, { ...context, world })
  },
  evolve: (dossier, event) => {
    if (event.kind === 'dossier.opened.v1') {
      const { lot, exporter, terms, replaces } = event.payload
      return { state: 'open', lot, exporter, terms, replaces: replaces ?? null, papers: [], recommendation: null, certificate: null }
    }
    if (dossier.state === 'none') return dossier
    switch (event.kind) {
      case 'dossier.revised.v1':
        return { ...dossier, state: 'open', terms: event.payload.terms, recommendation: null }
      case 'dossier.fact-attached.v1':
        return attach(dossier, { ...event.payload.fact, by: event.payload.by ?? 'exporter' })
      case 'dossier.recommended.v1': {
        const { verifier, on, acknowledged } = event.payload
        return { ...dossier, state: 'recommended', recommendation: { verifier, on, acknowledged } }
      }
      case 'dossier.refused.v1':
        return { ...dossier, state: 'refused', recommendation: null }
      case 'dossier.revision-requested.v1':
        return { ...dossier, state: 'revision-requested', recommendation: null }
      case 'dossier.cancelled.v1':
        return { ...dossier, state: 'cancelled', recommendation: null }
      case 'dossier.closed.v1':
        return { ...dossier, state: 'closed' }
      case 'certificate.issued.v1':
        return { ...dossier, state: 'certified', certificate: { ...certificateIn(event.payload), uses: 0 } }
      case 'certificate.revoked.v1':
        return { ...dossier, state: 'revoked' }
      case 'certificate.used.v1':
        return {
          ...dossier,
          state: dossier.state === 'certified' ? 'shipped' : dossier.state,
          certificate: dossier.certificate && { ...dossier.certificate, uses: dossier.certificate.uses + 1 },
        }
    }
  },
}

const certificateIn = ({ number, issuedOn, expiresOn }: Omit<NonNullable<OpenedDossier['certificate']>, 'uses'>) => ({
  ...{ number, issuedOn, expiresOn },
})

/** A recommendation speaks of the papers that were there: another one takes it back. */
function attach(dossier: OpenedDossier, paper: Paper): OpenedDossier {
  const papers = [...dossier.papers, paper]
  return dossier.state === 'recommended' ? { ...dossier, papers, state: 'open', recommendation: null } : { ...dossier, papers }
}

type Decision = Outcome<readonly DossierEvent[]>

function open(data: Infer<typeof OpenDossier>, context: DossierContext): Decision {
  const { world, organisation, lotIsTaken, replacedLot } = context
  if (world === null) return refused('unknown-lot')
  const { trace } = world
  if (organisation !== data.exporter) return refused('not-the-exporter')
  const exporter = world.organisations.find((body) => body.id === data.exporter)
  if (exporter === undefined) return refused('unknown-organisation')
  if (trace.kind !== 'export-lot') return refused('dossier-of-no-export-lot', { lot: trace.number })
  if (trace.holder !== data.exporter) return refused('lot-held-by-another', { lot: trace.number })
  if (!isDesignated(trace.mineral)) return refused('mineral-needs-no-certificate', { lot: trace.number })
  if (trace.state !== 'held') return refused('lot-not-held', { lot: trace.number, state: trace.state })
  if (lotIsTaken) return refused('lot-has-a-dossier', { lot: trace.number })
  if (data.replaces !== undefined && replacedLot !== data.lot) return refused('nothing-to-replace', { certificate: data.replaces })
  const { number: lotNumber, mineral, massGrams } = trace
  const provinces = [...new Set(world.sites.flatMap((site) => site.provinceCode ?? []))].toSorted().slice(0, 50)
  const of = { exporter: data.exporter, exporterName: exporter.name }
  const payload = { lot: data.lot, lotNumber, mineral, massGrams, ...of, terms: data.terms, provinces }
  return accepted([{ kind: 'dossier.opened.v1', payload: data.replaces === undefined ? payload : { ...payload, replaces: data.replaces } }])
}

function revise(dossier: OpenedDossier, data: Infer<typeof ReviseDossier>, context: DossierContext): Decision {
  if (context.organisation !== dossier.exporter) return refused('not-the-exporter')
  if (dossier.state === 'cancelled') return refused('dossier-cancelled')
  if (dossier.certificate !== null) return refused('already-certified', { state: dossier.state })
  if (context.lotIsTaken) return refused('lot-has-a-dossier', { lot: context.world?.trace.number ?? dossier.lot })
  return accepted([{ kind: 'dossier.revised.v1', payload: data }])
}

function recommend(dossier: OpenedDossier, data: Infer<typeof RecommendDossier>, context: KnownLot): Decision {
  if (dossier.state !== 'open') return refused('dossier-not-open', { state: dossier.state })
  const reports = reportsOf(dossier, context)
  const failed = numbersOf(reports, 'failed')
  if (failed.length > 0) return refused('checks-failed', { checks: failed, ids: idsOf(reports, failed) })
  const unread = unacknowledged(reports, data.acknowledged)
  if (unread.length > 0) return refused('checks-not-acknowledged', { checks: unread, ids: idsOf(reports, unread) })
  const payload = {
    on: context.today,
    verifier: asId('account', context.account),
    checks: [...reports],
    acknowledged: [...data.acknowledged],
    rulebook: context.rulebook,
  }
  return accepted([{ kind: 'dossier.recommended.v1', payload: data.remark === undefined ? payload : { ...payload, remark: data.remark } }])
}

function revoke(dossier: OpenedDossier, data: Infer<typeof RevokeCertificate>, context: DossierContext): Decision {
  if (dossier.certificate === null) return refused('not-certified')
  if (dossier.state === 'revoked') return refused('already-revoked', { certificate: dossier.certificate.number })
  if (data.on > context.today) return refused('revocation-in-the-future', { on: data.on })
  if (data.on < dossier.certificate.issuedOn) return refused('revocation-before-issue', { issuedOn: dossier.certificate.issuedOn })
  const { on, reason } = data
  return accepted([{ kind: 'certificate.revoked.v1', payload: { number: dossier.certificate.number, on, reason } }])
}
