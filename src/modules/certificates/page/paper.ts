/*
The certificate on one A4 sheet, in French and English at once as the mechanism demands; `language` says which comes first.
Every field of the ICGLR export certificate stands on it, those that are missing as missing. It names functions and bodies,
never persons: people sign by hand. Before the issue it is a draft across the whole sheet, and so is one that no longer counts.
*/
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html, trustedHtml } from '../../../platform/http/html.ts'
import type { CertificateStatus, DossierTerms } from '../contract.ts'
import { type PageWord, checkTitle, sayIn } from './words.ts'

export interface Paper {
  /** `null` before the issue. */
  readonly issued: {
    readonly number: string
    readonly status: CertificateStatus
    readonly verifiedOn: string
    readonly issuedOn: string
    readonly expiresOn: string
    readonly code: string
    /** SVG that we drew ourselves. */
    readonly qrSvg: string
    /** Where anybody may check the code. */
    readonly verifyUrl: string
    readonly openChecks: readonly number[]
    readonly replaces: string | null
  } | null
  readonly country: string
  readonly authority: string
  readonly exporterName: string
  readonly lotNumber: string
  readonly mineralCode: string | null
  readonly massGrams: number
  readonly terms: DossierTerms
  readonly origin: readonly string[]
  readonly sites: readonly string[]
  readonly tagCount: number | null
}

const STYLE = `.sheet{position:relative;overflow:hidden}.head{display:flex;justify-content:space-between;gap:16px;align-items:flex-start;border-bottom:2px solid var(--ink);padding-bottom:8px}
.head h1{font-size:19px;margin:0}.head .no{font-size:19px;font-weight:700;white-space:nowrap}.other{color:var(--muted);font-weight:400}h1 .other{display:block;font-size:15px}
.fields th{width:44%;font-size:13px;padding:4px 10px 4px 0;color:var(--ink)}.fields td{padding:4px 0;white-space:pre-line}.missing{color:var(--muted);font-style:italic}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:16px;margin:12px 0}.signs div{border:1px solid var(--line);min-height:72px;padding:6px 8px;font-size:13px}
.proof{display:grid;grid-template-columns:46mm 1fr;gap:14px;align-items:start;break-inside:avoid}.proof svg{width:46mm;height:46mm;background:#fff}
.code{font-family:ui-monospace,monospace;font-size:9.5px;line-height:1.35;white-space:break-spaces;word-break:break-all;margin:4px 0}.proof p{font-size:12px;margin:0 0 4px}
.void{position:absolute;inset:0;display:grid;place-items:center;pointer-events:none;font-size:min(22vw,150px);font-weight:800;letter-spacing:.06em;color:#a8231c;opacity:.22;transform:rotate(-32deg);z-index:1;-webkit-print-color-adjust:exact;print-color-adjust:exact}
@media print{.fields th,.fields td{padding:1.6px 8px 1.6px 0;font-size:11px;line-height:1.4}.head h1,.head .no{font-size:15px}h1 .other{font-size:12px}.signs{margin:8px 0}.signs div{min-height:64px;font-size:11px}.proof p{font-size:10.5px;line-height:1.4}.code{font-size:8.5px}.void{font-size:120px}@page{margin:12mm}}`

/** The printable sheet. */
export function paperPage(paper: Paper, language: 'fr' | 'en'): Html {
  const words = bilingual(language)
  const { issued } = paper
  const mark =
    issued === null
      ? words.plain('paper.draft')
      : issued.status === 'valid' || issued.status === 'used'
        ? null
        : words.plain(`paper.void.${issued.status}`)
  const body = html`<div class="sheet">
    ${mark === null ? null : html`<div class="void" aria-hidden="true">${mark}</div>`}
    <div class="head">
      <h1>${words.both('paper.title')}<span class="other">${words.both('paper.subtitle')}</span></h1>
      <span class="no">${issued?.number ?? words.plain('paper.draft')}</span>
    </div>
    ${issued === null ? html`<p class="note">${words.both('paper.draft-explain')}</p>` : null}
    <table class="fields">
      ${fieldsOf(paper, language).map(
        ([label, value]) =>
          html`<tr>
            <th scope="row">${words.both(label)}</th>
            <td>${value ?? html`<span class="missing">${words.both('paper.missing')}</span>`}</td>
          </tr>`,
      )}
    </table>
    <div class="signs">
      <div>${words.both('paper.function.verifier')}<br /><span class="other">${words.both('paper.sign')}</span></div>
      <div>${words.both('paper.function.validator')}<br /><span class="other">${words.both('paper.sign')}</span></div>
    </div>
    ${issued === null ? null : proofOf(issued, language)}
  </div>`
  return documentPage({ title: issued?.number ?? words.plain('paper.draft'), language, body, style: STYLE })
}

function proofOf({ qrSvg, code, verifyUrl, openChecks }: NonNullable<Paper['issued']>, language: 'fr' | 'en'): Html {
  const words = bilingual(language)
  const open = openChecks.length === 0 ? words.plain('paper.none') : openChecks.map((number) => checkTitle(language, number)).join('; ')
  return html`<div class="proof">
    <div>${trustedHtml(qrSvg)}</div>
    <div>
      <p>${words.both('paper.code-explain')}</p>
      <p><b>${verifyUrl}</b></p>
      <p class="code">${code}</p>
      <p>${words.both('paper.open-checks')}: ${open}</p>
    </div>
  </div>`
}

type Field = readonly [PageWord, string | null]
function fieldsOf(paper: Paper, language: 'fr' | 'en'): readonly Field[] {
  const words = bilingual(language)
  const { issued, terms } = paper
  const notYet = words.plain('paper.not-yet')
  const importer = [terms.importer.name, terms.importer.address, terms.importer.country].filter((part) => part !== undefined).join(', ')
  const listed = paper.sites.slice(0, 12)
  const more = paper.sites.length > 12 ? `\n${sayIn(language)('paper.more-sites', { count: paper.sites.length - 12 })}` : ''
  const replaces: readonly Field[] = issued?.replaces ? [['paper.replaces', issued.replaces]] : []
  return [
    ['paper.issuing-country', paper.country],
    ['paper.authority', paper.authority],
    ...replaces,
    ['paper.exporter', paper.exporterName],
    ['paper.importer', importer],
    ['paper.lot', paper.lotNumber],
    ['paper.description', terms.mineralDescription ?? null],
    ['paper.ore', paper.mineralCode],
    ['paper.mass', `${numberText(language, paper.massGrams / 1000)} KGM`],
    ['paper.grade', terms.grade],
    ['paper.origin', paper.origin.join(';')],
    ['paper.sites', listed.length === 0 ? null : listed.join('\n') + more],
    ['paper.tags', paper.tagCount === null ? null : numberText(language, paper.tagCount)],
    ['paper.value', `USD ${(terms.customsValueUsdCents / 100).toFixed(2)}`],
    ['paper.shipment', dateText(terms.plannedShipmentOn)],
    ['paper.route', terms.route === undefined ? null : terms.route.join(';')],
    ['paper.transport', terms.transport?.company ?? null],
    ['paper.verifier', words.plain('paper.function.verifier')],
    ['paper.verified', issued === null ? notYet : dateText(issued.verifiedOn)],
    ['paper.validator', words.plain('paper.function.validator')],
    ['paper.issued', issued === null ? notYet : dateText(issued.issuedOn)],
    ['paper.expires', issued === null ? notYet : dateText(issued.expiresOn)],
  ]
}

/** A word in both languages, the asked-for one first. */
function bilingual(language: 'fr' | 'en') {
  const [first, second] = language === 'fr' ? [sayIn('fr'), sayIn('en')] : [sayIn('en'), sayIn('fr')]
  return {
    plain: (key: PageWord): string => first(key),
    both: (key: PageWord): Html =>
      html`${first(key)} <span class="other" lang="${language === 'fr' ? 'en' : 'fr'}">/ ${second(key)}</span>`,
  }
}
