/* What the checks saw in the registers: exporters, titles, papers, cards, incidents, suspensions. */
import type { checksFr } from './checks-fr.ts'

export const checksEn: { readonly [Key in keyof typeof checksFr]: string } = {
  'refusal.dossier-cancelled': 'The exporter gave up this dossier. Open a new dossier for the lot.',
  'refusal.goods-not-shipped': 'The departure of the goods is not recorded. Record it on the certificate first, then close the dossier.',

  'check-result.not-applicable': 'does not apply',

  'evidence.exporter-not-in-register': 'The register of exporters says nothing of this exporter: no approval, no status after audit.',
  'evidence.no-approval-registered': 'The register of exporters holds no approval of this exporter.',
  'evidence.approval-registered': 'Register of exporters: approval {number}, {validFrom} to {validUntil}.',
  'evidence.approval-not-running': 'Register of exporters: approval {number} ({validFrom} to {validUntil}) does not count on this day.',
  'evidence.exporter-not-audited': 'The register of exporters has no status after audit.',
  'evidence.exporter-status': 'Status after audit: {status}, until {validUntil} (audit {audit}).',
  'evidence.exporter-status-conditions':
    'Status after audit: {status}, until {validUntil} (audit {audit}). Export is allowed under conditions only: read them.',
  'evidence.exporter-status-overdue': 'The period of the status {status} ran out on {validUntil}: export is suspended.',
  'evidence.exporter-status-red': 'Status after audit: red, until {validUntil} (audit {audit}). Export is suspended.',
  'evidence.exporter-may-not-export': 'The register does not allow export on this day (status {status}, until {validUntil}).',
  'evidence.approval-attached-only':
    'The register does not know the approval; a copy is attached: {reference}, {validFrom} to {validUntil}, audit: {status}. Compare it with the original.',

  'evidence.mass-without-site': '{amount} of {of} come from bags without a site.',
  'evidence.gold-without-tags': 'Gold: it travels in numbered sachets, without mine tags.',
  'evidence.taken-twice': '{amount} of {of} were taken from a lot that did not hold as much.',
  'evidence.site-without-title': 'Site {site}: no mining title is in the register.',
  'evidence.title-without-mineral': 'Site {site}: {mineral} is not on the registered title ({number}).',
  'evidence.title-not-in-force': 'Site {site}: title {number} covers {mineral}, but is no longer in force.',
  'evidence.mineral-of-title': 'Site {site}: {mineral} is on title {number}, in force.',

  'evidence.no-leg': 'The lot never changed hands: no inner leg to cover.',
  'evidence.leg-without-journey': 'From {from} to {to}: sold where it lay ({lots} {lots|lot|lots}), no transport recorded.',
  'evidence.leg-covered-by':
    'From {from} to {to}, {lots} {lots|lot|lots}: {reference} ({papers} in all, {inRegister} in the register of papers).',
  'evidence.leg-lots-without-paper': 'From {from} to {to}: {uncovered} {uncovered|lot|lots} of {lots} left without the number of a paper.',
  'evidence.leg-paper-ended': 'From {from} to {to}: left on {sentOn} under paper {number}, which ended on {validUntil}.',
  'evidence.leg-paper-ended-despite':
    'From {from} to {to}: left on {sentOn} under paper {number}, which ended on {validUntil}; a reason is written.',
  'evidence.leg-paper-cancelled': 'From {from} to {to}: paper {number} is cancelled in the register.',
  'evidence.leg-paper-doubtful': 'From {from} to {to}: the use of paper {number} leaves doubts ({doubts}).',

  'evidence.incident-open':
    'Incident {incident} ({category}, {on}): verified, not closed. It touches {lots} {lots|lot|lots}, {sites} {sites|site|sites}, {organisations} {organisations|body|bodies} of this dossier. Places: {places}.',
  'evidence.incident-alleged':
    'Incident {incident} ({category}, {on}): reported, not verified yet ({state}). It touches {lots} {lots|lot|lots}, {sites} {sites|site|sites}, {organisations} {organisations|body|bodies} of this dossier. Places: {places}.',
  'evidence.incident-open-kept':
    'A grave incident, verified and not closed, touches this dossier. What it says is kept to those who handle it; the certificate waits for its end.',
  'evidence.incident-alleged-kept':
    'A grave incident, reported and not verified yet, touches this dossier. What it says is kept to those who handle it.',
  'evidence.no-grave-incident':
    'No grave incident is open since {from} about the lot, its sites, its holders and its way ({lesser} lesser ones open, {closed} closed).',
  'evidence.risks-not-in-the-data': 'Suspensions are not in the data.',
  'evidence.no-public-incident': 'No grave public incident is open about this dossier.',
  'evidence.also-not-public': 'The authority also looks at what is not public; this sentence stands on every dossier.',
  'evidence.paper-elsewhere': 'Paper {reference} is attached to another dossier too: {lots}. Say whether it may count for both.',
  'evidence.paper-elsewhere-kept':
    'Paper {reference} is attached to another dossier too. The authority judges whether it may count for both.',
  'evidence.nothing-suspended': 'Neither the exporter nor its suppliers, sites or route are suspended.',
  'evidence.trade-suspended-kept':
    'Trade stands still by a grave incident that touches this dossier. Its content is kept to those who handle it; the suspension ends with it.',
  'evidence.trade-suspended': 'Trade with {name} is suspended since {since} (risk {risk}, {because}).',

  'evidence.cards-valid': '{organisation}: {needs} {number} valid on each day ({days} {days|day|days}).',
  'evidence.card-not-valid': '{organisation}, {on}: {needs} {number}, {fault} (end: {validUntil}).',
  'evidence.card-reported-lost': '{organisation}, {on}: {needs} {number} reported lost. Somebody must judge.',
  'evidence.no-card-registered': '{organisation}, {on}: the register has no {needs}.',
  'evidence.no-card-needed': '{organisation}: no card is asked of a body of this kind.',

  'evidence.document-there': '{step}. {document}: {number} ({papers} in the register).',
  'evidence.document-attached': '{step}. {document}: {number}, in the dossier, not in the register of papers.',
  'evidence.document-draft': '{step}. {document}: {number} is only a draft.',
  'evidence.document-ended': '{step}. {document}: {number} ended on {validUntil} without having been used.',
  'evidence.document-cancelled': '{step}. {document}: {number} is cancelled.',
  'evidence.document-missing': '{step}. {document}: nothing in the register of papers.',
  'evidence.document-not-asked': '{step}. {document}: this lot had no such step.',

  'threshold.stopping-severity': 'Stops: an incident of severity {value}, verified and not closed',
  'threshold.documents-required': '{value} documents expected; the list is unverified',
}
