/* The public page of the ledger: what it is, its head, what joined last, and how anybody checks it. */
import { type Language, fillPhrase } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { LedgerEntry } from '../contract.ts'
import { pageEn } from '../words/page-en.ts'
import { pageFr } from '../words/page-fr.ts'

export interface LedgerPage {
  readonly name: string
  readonly key: string
  readonly address: string
  readonly head: { readonly size: number; readonly root: string; readonly signedAt: string; readonly checkpoint: string } | null
  readonly witnesses: readonly string[]
  readonly entries: readonly (LedgerEntry & { readonly index: number })[]
  /** Size of the head that the tree no longer contains; `null` while all is well. */
  readonly stoppedAt: number | null
}
/** On a telephone a row of four columns would break words letter by letter: there each row is a small card. */
const STYLE = `pre,td.hash{overflow-wrap:anywhere;font-size:13px}pre{white-space:pre-wrap}td,th{vertical-align:top}.newest td.number{overflow-wrap:anywhere}
@media screen and (max-width:640px){.newest thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.newest,.newest tbody{display:block;width:100%}.newest tr{display:flex;flex-wrap:wrap;gap:2px 10px;padding:8px 0;border-bottom:1px solid var(--line)}.newest td{border:0;padding:0;min-width:0}.newest td.hash{flex-basis:100%}}`

type Say = (key: keyof typeof pageFr, facts?: { readonly [name: string]: string | number }) => string

export function ledgerPage(ledger: LedgerPage, language: Language): Html {
  const words: { readonly [Key in keyof typeof pageFr]: string } = language === 'fr' ? pageFr : pageEn
  const say: Say = (key, facts = {}) => fillPhrase(language, words[key], facts)
  const title = say('ledger.page.title')
  const body = html`<h1>${title}</h1>
    <p>${say('ledger.page.lead')}</p>
    ${ledger.stoppedAt === null ? null : html`<p class="note" role="alert">${say('ledger.page.stopped', { signedSize: ledger.stoppedAt })}</p>`}
    ${ledger.head === null ? html`<p class="note">${say('ledger.page.empty')}</p>` : headOf(ledger, ledger.head, say)}
    ${ledger.entries.length === 0 ? null : entriesOf(ledger, say, language)}
    <h2>${say('ledger.page.check')}</h2>
    <p><a href="/ledger/entry">${say('ledger.page.check.entry')}</a></p>
    <p>${say('ledger.page.check.keep')}</p>
    <p>${say('ledger.page.check.command')}</p>
    <pre>chanzo ledger verify ${ledger.address} --key ${ledger.key} --since checkpoint.txt</pre>
    <p>${say('ledger.page.check.paper')}</p>
    <pre>
chanzo ledger verify ${ledger.address} --since "${ledger.head === null ? 'SIZE ROOT' : `${ledger.head.size} ${ledger.head.root}`}"</pre>
    <p>
      ${say('ledger.page.check.files')} <a href="/ledger/checkpoint">checkpoint</a>, <a href="/ledger/key">key</a>, tile/L/N, tile/entries/N
    </p>
    <p>
      <a href="/report?l=${language}">${say('ledger.page.report')}</a> ·
      <a href="/outcomes?language=${language}">${say('ledger.page.outcomes')}</a>
    </p>`
  return documentPage({
    title,
    language,
    body,
    style: STYLE,
  })
}

function headOf(ledger: LedgerPage, head: NonNullable<LedgerPage['head']>, say: Say): Html {
  const row = (name: string, value: string): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      <td class="hash">${value}</td>
    </tr>`
  return html`<h2>${say('ledger.page.head')}</h2>
    <table>
      ${row(say('ledger.page.name'), ledger.name)} ${row(say('ledger.page.size'), String(head.size))}
      ${row(say('ledger.page.root'), head.root)} ${row(say('ledger.page.signed'), `${head.signedAt.slice(0, 16).replace('T', ' ')} UTC`)}
      ${row(say('ledger.page.key'), ledger.key)}
      ${row(say('ledger.page.witnesses'), ledger.witnesses.length === 0 ? say('ledger.page.no-witness') : ledger.witnesses.join(', '))}
    </table>
    <pre>${head.checkpoint}</pre>`
}

const entriesOf = ({ entries }: LedgerPage, say: Say, language: Language): Html =>
  html`<h2>${say('ledger.page.newest')}</h2>
    <table class="newest">
      <thead>
        <tr>
          <th scope="col">${say('ledger.page.place')}</th>
          <th scope="col">${say('ledger.page.kind')}</th>
          <th scope="col">${say('ledger.page.number')}</th>
          <th scope="col">${say('ledger.page.hash')}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          (entry) =>
            html`<tr>
              <td>${entry.index + 1}</td>
              <td>${say(`ledger.kind.${entry.kind}`)}</td>
              <td class="number">
                <a href="/ledger/entry?number=${encodeURIComponent(entry.number)}&amp;kind=${entry.kind}&amp;language=${language}"
                  >${entry.number}</a
                >
              </td>
              <td class="hash">${entry.sha256}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
