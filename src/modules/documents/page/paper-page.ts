/* The printed twin of a paper: number, type, validity, fields, places to sign by function and body, and a code that leads back to its page. No names. */
import { toSVG } from 'bwip-js/node'
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html, trustedHtml } from '../../../platform/http/html.ts'
import type { PaperDetail } from '../contract-papers.ts'

const WORDS = {
  fr: {
    number: 'Numéro',
    issuer: 'Délivré par',
    issued: 'Délivré le',
    valid: 'Valable du',
    until: 'au',
    uses: 'Utilisations permises',
    links: 'Concerne',
    sign: 'Date, signature et cachet',
    draft: 'PROJET',
    used: 'UTILISÉ',
    expired: 'EXPIRÉ',
    cancelled: 'ANNULÉ',
    twin: 'Jumeau imprimé de la fiche numérique. Le code mène à la fiche : état, utilisations, copie signée.',
    mark: 'Modèle par défaut de la plate-forme',
  },
  en: {
    number: 'Number',
    issuer: 'Issued by',
    issued: 'Issued on',
    valid: 'Valid from',
    until: 'until',
    uses: 'Permitted uses',
    links: 'About',
    sign: 'Date, signature and stamp',
    draft: 'DRAFT',
    used: 'USED',
    expired: 'EXPIRED',
    cancelled: 'CANCELLED',
    twin: 'Printed twin of the digital paper. The code leads to it: state, uses, signed copy.',
    mark: 'Default form of the platform',
  },
} as const
const STYLE = `.head{display:grid;grid-template-columns:1fr 116px;gap:16px;align-items:start;border-bottom:2px solid var(--ink);padding-bottom:8px}.head svg{width:116px;height:116px;background:#fff}
.void{color:var(--red);font-weight:800;font-size:22px}.signs{display:grid;grid-template-columns:1fr 1fr;gap:14px;margin:18px 0}.signs div{border:1px solid var(--line);min-height:88px;padding:6px 8px;font-size:13px;break-inside:avoid}th{width:38%}td{white-space:pre-line}`
/** Its own type leaves out the options of a single symbology. */
const codeOptions = (text: string) => ({ bcid: 'qrcode', text, eclevel: 'M', padding: 4 })

export interface PaperSheet {
  readonly language: 'fr' | 'en'
  /** Where the code leads. */
  readonly address: string
}
export function paperPage({ paper, type, values, signatories, links }: PaperDetail, { language, address }: PaperSheet): Html {
  const words = WORDS[language]
  const period =
    paper.validFrom === null
      ? null
      : `${dateText(paper.validFrom)}${paper.validUntil === null ? '' : ` ${words.until} ${dateText(paper.validUntil)}`}`
  const given = type.fields.map((field): readonly [string, string | null] => {
    const value = values[field.key]
    if (value === undefined) return [field.label[language], field.required ? '' : null]
    if (typeof value === 'number') return [field.label[language], numberText(language, value)]
    return [field.label[language], field.kind === 'day' ? dateText(value) : value]
  })
  const rows: readonly (readonly [string, string | null])[] = [
    [words.number, paper.number],
    [words.issuer, paper.issuerName],
    [words.issued, paper.issuedOn === null ? null : dateText(paper.issuedOn)],
    [words.valid, period],
    [words.uses, paper.mostUses === null ? null : numberText(language, paper.mostUses)],
    ...given,
    [words.links, links.length === 0 ? null : links.flatMap(({ label }) => (label === null ? [] : [label])).join('\n')],
  ]
  const body = html`<div class="head">
      <div>
        <h1>${type.name[language]}</h1>
        ${paper.state === 'issued' ? null : html`<p class="void">${words[paper.state]}</p>`}
        <p class="small">${words.mark} · ${type.evidence} · ${type.source}</p>
      </div>
      <div>${trustedHtml(toSVG(codeOptions(address)))}</div>
    </div>
    <table>
      ${rows.flatMap(([label, value]) =>
        value === null
          ? []
          : [
              html`<tr>
                <th scope="row">${label}</th>
                <td>${value}</td>
              </tr>`,
            ],
      )}
    </table>
    <div class="signs">
      ${signatories.map((one) => html`<div><b>${one.function}</b><br />${one.body}<br /><span class="small">${words.sign}</span></div>`)}
    </div>`
  return documentPage({ title: `${type.name[language]} ${paper.number}`, language, body, style: STYLE, footer: html`${words.twin}` })
}
