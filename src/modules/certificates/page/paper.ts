/*
The certificate on one A4 sheet, in French and English at once as the mechanism demands; `language` says which comes first.
Every field of the ICGLR export certificate stands on it, those that are missing as missing. The standard demands the names of verifier and validator: they are
handed in only for those who issue, and a copy for anybody else says that it is one. Before the issue it is a draft across the whole sheet, and so is one that no
longer counts. Another language is another entry of `PRINTED`; what the paper carries against forgers is drawn from the hash of the code.
*/
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html, trustedHtml } from '../../../platform/http/html.ts'
import type { CertificateStatus, DossierTerms } from '../contract.ts'
import type { PhraseFacts } from '../../../kernel/phrase.ts'
import { checkPhrase } from '../domain/security/check-phrase.ts'
import { groundSvg, patternSvg } from './security.ts'
import { type PageWord, checkTitle, sayIn } from './words.ts'

/** The languages of the sheet; the standard demands French and English and allows more. */
const PRINTED = ['fr', 'en'] as const

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
    /** The same for the address of the public page, for anybody's telephone. */
    readonly linkSvg: string
    readonly link: string
    /** SHA-256 of the code: pattern and phrase come from it. */
    readonly codeHash: Uint8Array
    /** Names for those who issue; `null` on a copy. */
    readonly names: { readonly verifier: string | null; readonly validator: string | null } | null
    /** Day of the provisional certificate that this one confirms. */
    readonly confirms: string | null
    /** Newest signed head of the public ledger. */
    readonly ledger: { readonly size: number; readonly root: string } | null
    /** Where anybody may check the code. */
    readonly verifyUrl: string
    readonly openChecks: readonly number[]
    /** Neither passed nor open: decided by a person with a written reason. */
    readonly judgedChecks: readonly number[]
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
.proof{display:grid;grid-template-columns:56mm 1fr;gap:5mm;align-items:start;break-inside:avoid}.proof svg{display:block;width:100%;height:auto;background:#fff}.qr svg{width:56mm}
.marks{display:grid;grid-template-columns:25mm 21mm 1fr;gap:4mm;align-items:start}.marks small,.phrases small{font-size:8.5px;line-height:1.25;display:block;overflow-wrap:anywhere}.phrase{font-weight:700;font-size:13px;line-height:1.3;margin:1px 0}
.ground{position:absolute;inset:0;width:100%;height:100%;z-index:0;pointer-events:none}.signs{position:relative}.serial{font-weight:400;font-size:13px}.ledger{overflow-wrap:anywhere}
.code{font-family:ui-monospace,monospace;font-size:9.5px;line-height:1.35;white-space:break-spaces;word-break:break-all;margin:4px 0}.proof p{font-size:12px;margin:0 0 4px}.proof p.phrase{font-size:13px;margin:1px 0}
@media (max-width:640px){.proof{grid-template-columns:1fr}.marks{grid-template-columns:1fr 1fr}.phrases{grid-column:1/-1}}
.void .other{display:block;font-size:.5em;font-weight:800;color:inherit}.void{position:absolute;inset:0;display:grid;place-content:center;text-align:center;line-height:1.05;pointer-events:none;font-size:min(22vw,150px);font-weight:800;letter-spacing:.06em;color:#a8231c;opacity:.22;transform:rotate(-32deg);z-index:1;-webkit-print-color-adjust:exact;print-color-adjust:exact}
@media print{html,body{background:#fff}.fields th,.fields td{padding:.8px 8px .8px 0;font-size:10.2px;line-height:1.25}.head{padding-bottom:4px}.head h1,.head .no{font-size:14px}h1 .other{font-size:11px}.signs{margin:5px 0;gap:8px}.signs div{min-height:18mm;font-size:9.5px;padding:3px 6px}.proof p{font-size:10px;line-height:1.3;margin:0 0 3px}.proof p.phrase{font-size:11px}.code{font-size:9.4px!important;line-height:1.25!important}.note{margin:6px 0;padding:3px 10px;font-size:11px}.ground,.proof svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}.void{font-size:112px}.marks small,.phrases small{font-size:9.4px}@page{size:A4;margin:10mm 12mm}}`

/** The printable sheet. */
export function paperPage(paper: Paper, language: 'fr' | 'en'): Html {
  const words = bilingual(language)
  const { issued } = paper
  const mark =
    issued === null
      ? words.stacked('paper.draft')
      : issued.status === 'valid' || issued.status === 'used'
        ? null
        : words.stacked(`paper.void.${issued.status}`)
  const body = html`<div class="sheet">
    ${mark === null ? null : html`<div class="void" aria-hidden="true">${mark}</div>`}
    <div class="head">
      <h1>${words.both('paper.title')}<span class="other">${words.both('paper.subtitle')}</span></h1>
      <span class="no"
        >${issued === null ? words.plain('paper.draft') : html`<span class="serial">${words.plain('paper.serial')}</span> ${issued.number}`}</span
      >
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
      ${issued === null ? null : groundSvg(issued.codeHash)}
      ${(['verifier', 'validator'] as const).map((function_) => html`<div>${words.both(`paper.function.${function_}`)}<br /><span class="other">${words.both('paper.sign')}</span></div>`)}
    </div>
    ${issued === null ? null : proofOf(issued, language)}
  </div>`
  return documentPage({ title: issued?.number ?? words.plain('paper.draft'), language, body, style: STYLE })
}

/** Checks by number and title in every printed language: whoever holds the paper alone must read which did not pass by themselves. */
function named(checks: readonly number[], language: 'fr' | 'en'): Html {
  if (checks.length === 0) return bilingual(language).both('paper.none')
  const titles = (one: (typeof PRINTED)[number]): string => checks.map((number) => checkTitle(one, number)).join('; ')
  const others = PRINTED.filter((one) => one !== language)
  return html`${titles(language)}${others.map((one) => html` <span class="other" lang="${one}">/ ${titles(one)}</span>`)}`
}

function proofOf(issued: NonNullable<Paper['issued']>, language: 'fr' | 'en'): Html {
  const words = bilingual(language)
  const { qrSvg, linkSvg, link, code, codeHash, verifyUrl, openChecks, judgedChecks, names, confirms, ledger } = issued
  return html`<div class="proof">
    <div class="qr">${trustedHtml(qrSvg)}</div>
    <div>
      <div class="marks">
        <div>${patternSvg(codeHash)}<small>${words.both('paper.pattern')}</small></div>
        <div>${trustedHtml(linkSvg)}<small>${words.both('paper.link')}</small></div>
        <div class="phrases">
          <small>${words.both('paper.phrase')}</small>
          ${PRINTED.map((one) => html`<p class="phrase" lang="${one}">${checkPhrase(codeHash, one).join(' ')}</p>`)}
          <small>${link}</small>
        </div>
      </div>
      <p>${words.both('paper.code-explain')} <b>${verifyUrl}</b></p>
      <p class="code">${code}</p>
      ${confirms === null ? null : html`<p>${words.filled('paper.confirms', { on: dateText(confirms) })}</p>`}
      <p>${words.both('paper.open-checks')}: ${named(openChecks, language)}</p>
      <p>${words.both('paper.judged-checks')}: ${named(judgedChecks, language)}</p>
      ${ledger === null ? null : html`<p class="ledger">${words.filled('paper.ledger', { size: ledger.size, root: ledger.root, address: verifyUrl.replace(/verify$/, 'ledger/entry') })}</p>`}
      ${names === null ? html`<p><b>${words.both('paper.copy')}</b></p>` : null}
    </div>
  </div>`
}

/** A person as the standard asks: name and position; a copy leaves the name out. */
function personOf(issued: Paper['issued'], function_: 'verifier' | 'validator', language: 'fr' | 'en'): string {
  const words = bilingual(language)
  const position = words.plain(`paper.position.${function_}`)
  if (issued === null || issued.names === null) return position
  return `${issued.names[function_] ?? words.plain('paper.name-by-hand')} · ${position}`
}

/** Whoever stands beside the bags knows no customs codes. */
const NAMES: { readonly [code: string]: string } = {
  '2609.00.00': 'Cassitérite / cassiterite (Sn) · ',
  '2611.00.00': 'Wolframite (W) · ',
  '2615.90.00': 'Coltan, tantalite (Ta) · ',
  '7108.12.00': 'Or / gold (Au) · ',
}
const mineralOf = (code: string): string => NAMES[code] ?? ''

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
    ['paper.ore', paper.mineralCode === null ? null : `${mineralOf(paper.mineralCode)}${paper.mineralCode}`],
    ['paper.mass', `${numberText(language, paper.massGrams / 1000)} kg (KGM)`],
    ['paper.grade', terms.grade],
    ['paper.origin', paper.origin.join(';')],
    ['paper.sites', listed.length === 0 ? null : listed.join('\n') + more],
    ['paper.tags', paper.tagCount === null ? null : numberText(language, paper.tagCount)],
    ['paper.value', `USD ${(terms.customsValueUsdCents / 100).toFixed(2)}`],
    ['paper.shipment', dateText(terms.plannedShipmentOn)],
    ['paper.route', terms.route === undefined ? null : terms.route.join(';')],
    ['paper.transport', terms.transport?.company ?? null],
    ['paper.verifier', personOf(issued, 'verifier', language)],
    ['paper.verified', issued === null ? notYet : dateText(issued.verifiedOn)],
    ['paper.validator', personOf(issued, 'validator', language)],
    ['paper.issued', issued === null ? notYet : dateText(issued.issuedOn)],
    ['paper.expires', issued === null ? notYet : dateText(issued.expiresOn)],
  ]
}

/** A word in all languages of the sheet, the asked-for one first. */
function bilingual(language: 'fr' | 'en') {
  const others = PRINTED.filter((one) => one !== language)
  const filled = (key: PageWord, facts: PhraseFacts): Html =>
    html`${sayIn(language)(key, facts)}${others.map((one) => html` <span class="other" lang="${one}">/ ${sayIn(one)(key, facts)}</span>`)}`
  return {
    plain: (key: PageWord): string => sayIn(language)(key),
    filled,
    both: (key: PageWord): Html => filled(key, {}),
    /** For a stamp: the other languages beneath, smaller. */
    stacked: (key: PageWord): Html =>
      html`${sayIn(language)(key)} ${others.map((one) => html`<span class="other" lang="${one}">${sayIn(one)(key)}</span>`)}`,
  }
}
