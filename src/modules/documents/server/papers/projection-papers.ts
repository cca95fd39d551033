/* How what happens to papers becomes rows. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import type { PaperLink } from '../../contract-papers.ts'
import * as happened from '../../domain/papers/paper.ts'
import * as store from './store-papers.ts'

/** A link as it is looked for. */
export function linkKey(link: PaperLink): { readonly kind: string; readonly thing: string } {
  switch (link.kind) {
    case 'lot':
      return { kind: 'lot', thing: link.lot }
    case 'leg':
      return { kind: 'leg', thing: `${link.lot}/${link.from}/${link.to}` }
    case 'site':
      return { kind: 'site', thing: link.site }
    case 'operator':
      return { kind: 'operator', thing: link.organisation }
    case 'mission':
      return { kind: 'mission', thing: link.mission }
  }
}
const partiesOf = (links: readonly PaperLink[]): readonly string[] =>
  links.flatMap((link) => (link.kind === 'operator' ? [link.organisation] : link.kind === 'leg' ? [link.from, link.to] : []))
const distinct = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((id) => id !== null))].sort()

export const paperProjection: Projection = {
  name: 'papers',
  tables: ['paper', 'paper_link'],
  apply: {
    'paper.drafted.v1': on(happened.PaperDrafted, (tx, { tenant, subject, payload, learnedAt }) =>
      store.insertPaper(tx, tenant, {
        id: subjectId(subject),
        type: payload.type,
        number: payload.number,
        issuer: payload.issuer,
        draftedBy: payload.draftedBy,
        validFrom: payload.validFrom ?? null,
        validUntil: payload.validUntil ?? null,
        mostUses: payload.mostUses,
        content: payload,
        parties: distinct([payload.issuer, payload.draftedBy, ...partiesOf(payload.links)]),
        links: payload.links.map(linkKey),
        learnedAt,
      }),
    ),
    'paper.revised.v1': on(happened.PaperRevised, (tx, { tenant, subject, payload }) =>
      store.setContent(tx, tenant, {
        id: subjectId(subject),
        number: payload.number,
        validFrom: payload.validFrom ?? null,
        validUntil: payload.validUntil ?? null,
        content: payload,
        parties: distinct(partiesOf(payload.links)),
        links: payload.links.map(linkKey),
      }),
    ),
    'paper.issued.v1': on(happened.PaperIssued, (tx, { tenant, subject, payload }) =>
      store.setIssued(tx, tenant, { id: subjectId(subject), ...payload }),
    ),
    'paper.used.v1': on(happened.PaperUsed, (tx, { tenant, subject, payload }) =>
      store.addUse(tx, tenant, { id: subjectId(subject), use: payload }),
    ),
    'paper.cancelled.v1': on(happened.PaperCancelled, (tx, { tenant, subject, payload }) =>
      store.setCancelled(tx, tenant, { id: subjectId(subject), ...payload }),
    ),
    'paper.scan-attached.v1': on(happened.PaperScanned, (tx, { tenant, subject, payload }) =>
      store.setScan(tx, tenant, { id: subjectId(subject), scan: payload.scan }),
    ),
  },
}
