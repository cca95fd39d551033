/* A card as a sheet to print and cut, the size of a card on A4: number, zone, validity and the number as a QR code. It bears no name of a person. */
import { toSVG } from 'bwip-js/node'
import { dateText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html, trustedHtml } from '../../../platform/http/html.ts'
import type { CardSummary } from '../contract.ts'
import { type PageWord, sayIn } from './words.ts'

/** Its own type leaves out the options of a single symbology. */
const codeOptions = (text: string) => ({ bcid: 'qrcode', text, eclevel: 'M', padding: 4 })
const STYLE = `.card{border:2px solid var(--ink);border-radius:10px;max-width:420px;padding:14px 16px;display:grid;grid-template-columns:1fr 112px;gap:12px;break-inside:avoid}
.card h1{grid-column:1/-1;font-size:18px;margin:0}.card svg{width:112px;height:112px;background:#fff}.card table{font-size:13px}.card th,.card td{padding:3px 8px 3px 0;border:0}.card .number{font-size:20px;font-weight:700}.void{color:var(--red);font-weight:800}`

export function cardPage(card: CardSummary, { language, on }: { readonly language: 'fr' | 'en'; readonly on: string }): Html {
  const say = sayIn(language)
  const number = card.number ?? ''
  const isVoid = card.state !== 'valid' && card.state !== 'expiring'
  const period =
    card.validFrom === null || card.validUntil === null
      ? null
      : `${dateText(card.validFrom)} ${say('card.until')} ${dateText(card.validUntil)}`
  const rows: readonly (readonly [PageWord, string | null])[] = [
    [card.holder.kind === 'artisan' ? 'card.cooperative' : 'card.holder', card.holderName],
    ['card.zone', card.zone],
    ['card.class', card.class],
    ['card.from', period],
    ['card.issued', card.issuedOn === null ? null : dateText(card.issuedOn)],
    ['card.by', card.issuedBy],
  ]
  const body = html`<div class="card">
      <h1>${say(`kind.${card.kind}`)}</h1>
      <div>
        <p class="number">${number}</p>
        <table>
          ${rows.flatMap(([label, value]) =>
            value === null
              ? []
              : [
                  html`<tr>
                    <th scope="row">${say(label)}</th>
                    <td>${value}</td>
                  </tr>`,
                ],
          )}
        </table>
      </div>
      <div>${trustedHtml(toSVG(codeOptions(number)))}</div>
    </div>
    <p>
      ${say('card.state', { on: dateText(on) })} :
      ${isVoid ? html`<span class="void">${say(`state.${card.state}`)}</span>` : html`<b>${say(`state.${card.state}`)}</b>`}
    </p>
    ${card.holder.kind === 'artisan' ? html`<p class="small">${say('card.no-name')}</p>` : null}`
  return documentPage({ title: `${say(`kind.${card.kind}`)} ${number}`, language, body, style: STYLE })
}
