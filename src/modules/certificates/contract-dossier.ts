/*
The course of a dossier: what may be asked of it besides recommending and issuing, who did what and when (by function, never by name), its versions
beside each other, and the national queue with the age of each. Days after which one is overdue are our proposal and shown as such.
*/
import { type Infer, count, instant, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { Mineral } from '../sites/contract.ts'
import { CheckReport, DossierId, DossierState, DossierSummary, DossierTerms } from './contract.ts'

/* ---- what a sender may say ---- */

/** Sends the dossier back to the exporter without refusing it; the checks as they stand go with it. */
export const RequestRevision = record({ reason: text(1000) })
/** The exporter gives up the export; the lot is free for another dossier. */
export const CancelDossier = record({ reason: text(400) })
/** The goods arrived, or the file is complete: nothing more is expected. */
export const CloseDossier = record({ remark: maybe(text(400)) })

/* ---- what a reader gets back ---- */

/** Whose turn it is. */
export const Turn = oneOf('verifier', 'validator', 'exporter')
export type Turn = Infer<typeof Turn>

export const DossierAct = record({
  what: oneOf(
    'opened',
    'revised',
    'attached',
    'recommended',
    'revision-requested',
    'refused',
    'issued',
    'shipped',
    'closed',
    'cancelled',
    'revoked',
  ),
  /** In which function; each act is an event that the log signed. */
  by: oneOf('exporter', 'authority', 'verifier', 'validator', 'somebody'),
  at: instant(),
  /** Place in the signed log: who doubts can find it there. */
  position: count(),
  version: count(),
  text: orNull(text()),
  byMe: yesOrNo(),
})
export type DossierAct = Infer<typeof DossierAct>

/** What was declared, from when, and what was said to it. The refused one and the one that was sent again both stay. */
export const DossierVersion = record({
  version: count(),
  terms: DossierTerms,
  since: instant(),
  /** Why it was changed; `null` for the first. */
  reason: orNull(text()),
  /** Papers that were attached while it stood. */
  papers: count(),
  outcome: orNull(
    record({
      what: oneOf('recommended', 'revision-requested', 'refused', 'issued'),
      at: instant(),
      reason: orNull(text()),
      /** As they stood then. */
      checks: listOf(CheckReport, 15),
      /** Of a refusal: the checks that it rests on. */
      named: maybe(listOf(count(), 15)),
    }),
  ),
})
export type DossierVersion = Infer<typeof DossierVersion>

export const DossierWait = record({
  turn: Turn,
  since: instant(),
  days: count(),
  /** Days given (our proposal); `null` for the exporter, who has no limit. */
  given: orNull(count()),
  overdue: yesOrNo(),
  /** Place in the national queue of this turn, the oldest first, and how many wait there. */
  place: orNull(count()),
  waiting: orNull(count()),
})
export type DossierWait = Infer<typeof DossierWait>
export const DossierCourse = record({
  wait: orNull(DossierWait),
  acts: listOf(DossierAct, 1_000),
  versions: listOf(DossierVersion, 200),
})
export type DossierCourse = Infer<typeof DossierCourse>

export const QueueQuery = record({
  turn: maybe(Turn),
  province: maybe(text(8)),
  mineral: maybe(Mineral),
  overdue: maybe(oneOf('yes')),
  /** Id of the last one of the page before. */
  after: maybe(DossierId),
})
export const QueueEntry = record({
  dossier: DossierSummary,
  state: DossierState,
  version: count(),
  /** P-codes of the provinces of the lot's sites. */
  provinces: listOf(text(8), 50),
  wait: DossierWait,
})
export type QueueEntry = Infer<typeof QueueEntry>
export const DossierQueue = record({
  /** Oldest first. */
  entries: listOf(QueueEntry, 100),
  next: orNull(DossierId),
  /** Of all that the reader may see, whatever is filtered. */
  counts: record({ verifier: count(), validator: count(), exporter: count(), overdue: count() }),
  provinces: listOf(record({ code: text(8), waiting: count() }), 100),
  given: record({ verify: count(), validate: count() }),
})
export type DossierQueue = Infer<typeof DossierQueue>
